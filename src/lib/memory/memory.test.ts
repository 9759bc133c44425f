import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeck } from '$lib/formats/deck';
import { generate } from '$lib/questions/generate';
import type { Question } from '$lib/questions/question';
import { type Attempt } from './attempt';
import { attemptsOf } from './attempts-of';
import { recallOf, reviewOrder, standingOf } from './recall';
import { otherQuestion } from './review';

const attempt = (n: number, more: Partial<Attempt> = {}): Attempt => ({
	version: 2,
	id: `s:${n}`,
	learner: 'me',
	deck: 'd',
	fact: 'f',
	question: 'q',
	kind: 'choice',
	given: 'x',
	right: true,
	ms: 1000,
	at: n,
	offset: 60,
	order: n,
	where: 'quiz',
	sitting: 's',
	...more
});

describe('how a fact stands', () => {
	test.each([
		[[], 'unasked'],
		[[false], 'missed'],
		[[true], 'once'],
		[[true, true], 'firm'],
		[[true, true, false], 'missed'],
		[[false, true], 'once']
	] as const)('%o is %s', (rights, standing) => {
		const recalls = recallOf(rights.map((right, n) => attempt(n, { right })));
		expect(standingOf(recalls.get('d/f'))).toBe(standing);
	});
});

test('an attempt that stands twice in the log counts once', () => {
	fc.assert(
		fc.property(fc.array(fc.record({ n: fc.nat(20), right: fc.boolean() })), (log) => {
			const attempts = [...new Map(log.map(({ n, right }) => [n, attempt(n, { right })])).values()];
			expect(recallOf([...attempts, ...attempts])).toEqual(recallOf(attempts));
		})
	);
});

test('a clock set back does not turn the last answer into an old one', () => {
	const recalls = recallOf([
		attempt(1, { at: 5000, right: true }),
		attempt(2, { at: 10, right: false })
	]);
	expect(standingOf(recalls.get('d/f'))).toBe('missed');
});

test('missed facts are reviewed first, the longest missed before the others', () => {
	const log = [
		attempt(1, { fact: 'firm', right: true }),
		attempt(2, { fact: 'firm', right: true }),
		attempt(3, { fact: 'late', right: false }),
		attempt(4, { fact: 'once', right: true }),
		attempt(5, { fact: 'early', right: false, at: 2 })
	];
	expect(reviewOrder(recallOf(log).values()).map((recall) => recall.fact)).toEqual([
		'early',
		'late',
		'once',
		'firm'
	]);
});

describe('the next question about a fact', () => {
	const read = parseDeck(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8'));
	if (!read.ok) throw new Error(read.error.message);
	const deck = read.value;
	const pool = generate(deck, 'r');
	const facts = [...new Set(pool.filter((q) => q.factIds.length === 1).map((q) => q.factId))];

	test.each(['r', 'another seed'])('is another than the last, with the seed %s', (seed) => {
		const now = generate(deck, seed);
		for (const fact of facts) {
			const own = pool.filter(
				(question) => question.factId === fact && question.factIds.length === 1
			);
			for (const question of own) {
				const last = attempt(1, {
					fact,
					question: question.id,
					kind: question.kind,
					...(question.slot === undefined ? {} : { slot: question.slot })
				});
				const next = otherQuestion(now, { fact, last }, seed) as Question;
				expect(next.factId).toBe(fact);
				if (own.some(({ stem }) => stem !== question.stem))
					expect(next.stem).not.toBe(question.stem);
				else if (own.length > 1)
					expect([next.kind, next.stem]).not.toEqual([question.kind, question.stem]);
			}
		}
	});
});

test('an answer about several facts makes an attempt for each, right or wrong by itself', () => {
	const question = { id: 'q', kind: 'match', factIds: ['a', 'b'] } as Question;
	const answer = {
		given: ['x', 'y'],
		ms: 3000,
		at: 77,
		score: { right: false, facts: { a: true, b: false } }
	};
	const made = attemptsOf(
		{ id: 's', where: 'class' as 'quiz', items: [{ deck: 'd', question }], events: [] },
		0,
		answer,
		{ learner: 'me', offset: -120, newest: 0 }
	);
	expect(made.map(({ id, fact, right, ms, offset }) => [id, fact, right, ms, offset])).toEqual([
		['s:0:a', 'a', true, 1500, -120],
		['s:0:b', 'b', false, 1500, -120]
	]);
});
