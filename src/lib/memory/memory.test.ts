import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDeck } from '$lib/formats/deck';
import { generate } from '$lib/questions/generate';
import type { Question } from '$lib/questions/question';
import { attemptsOf } from './attempts-of';
import { otherQuestion } from './review';
import { attemptOf } from './samples';

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
				const last = attemptOf(1, {
					fact,
					question: question.id,
					kind: question.kind,
					...(question.slot === undefined ? {} : { slot: question.slot })
				});
				const next = otherQuestion(now, { fact, last, streak: 1, stability: 3 }, seed) as Question;
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
