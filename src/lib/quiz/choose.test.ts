import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphAt, paragraphs } from '$lib/article/paragraphs';
import { parseDeck } from '$lib/formats/deck';
import { generate } from '$lib/questions/generate';
import { Kind } from '$lib/questions/question';
import { chooseQuiz, givesAway, type QuizPlan } from './choose';
import { fromQuery, toQuery } from './link';

const read = parseDeck(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8'));
if (!read.ok) throw new Error(read.error.message);
const deck = read.value;
const pool = generate(deck, 1);
const body = paragraphs(deck.article);

const plans = fc
	.record({
		seed: fc.stringMatching(/^[a-z0-9]{1,8}$/),
		length: fc.constantFrom(5, 10, 20),
		kinds: fc.subarray(Kind.options),
		from: fc.integer({ min: 1, max: body.length }),
		span: fc.nat(body.length)
	})
	.map(({ span, ...plan }): QuizPlan => ({ ...plan, to: Math.min(plan.from + span, body.length) }));

test('a quiz keeps its plan: length, kinds, part; no fact twice; no stem gives another answer away', () => {
	fc.assert(
		fc.property(plans, (plan) => {
			const quiz = chooseQuiz(pool, deck, plan);
			expect(quiz.length).toBeLessThanOrEqual(plan.length);
			const facts = quiz.flatMap((question) => question.factIds);
			expect(new Set(facts).size).toBe(facts.length);
			for (const question of quiz) {
				if (plan.kinds.length > 0) expect(plan.kinds).toContain(question.kind);
				for (const quote of question.evidence) {
					const number = paragraphAt(body, quote)?.number ?? 0;
					expect(number).toBeGreaterThanOrEqual(plan.from);
					expect(number).toBeLessThanOrEqual(plan.to ?? Infinity);
				}
			}
			for (const a of quiz) for (const b of quiz) if (a !== b) expect(givesAway(a, b)).toBe(false);
		}),
		{ numRuns: 60 }
	);
});

test('the same link gives the same quiz', () => {
	fc.assert(
		fc.property(plans, (plan) => {
			const again = fromQuery(new URLSearchParams(toQuery(plan).toString()));
			expect(again && chooseQuiz(pool, deck, again)).toEqual(chooseQuiz(pool, deck, plan));
		}),
		{ numRuns: 20 }
	);
});

test('a mangled link still gives a quiz, one without a seed none', () => {
	expect(
		fromQuery(new URLSearchParams('seed=x&length=many&kinds=choice.nonsense&from=-2&to=0'))
	).toEqual({
		seed: 'x',
		length: 10,
		kinds: ['choice'],
		from: 1
	});
	expect(fromQuery(new URLSearchParams('length=5'))).toBeUndefined();
});

test('a quiz of ten is spread over the article and over the kinds', () => {
	for (const seed of ['a', 'b', 'c', 'd', 'e']) {
		const quiz = chooseQuiz(pool, deck, { seed, length: 10, kinds: [], from: 1 });
		expect(quiz).toHaveLength(10);
		const told = new Set(
			quiz.flatMap((q) => q.evidence.map((quote) => paragraphAt(body, quote)?.number))
		);
		expect(told.size).toBeGreaterThanOrEqual(6);
		expect(new Set(quiz.map((question) => question.kind)).size).toBeGreaterThanOrEqual(5);
	}
});

test('a long quiz has no letter that is right too often', () => {
	const quiz = chooseQuiz(pool, deck, { seed: 'z', length: 20, kinds: ['choice'], from: 1 });
	const at = [0, 0, 0, 0];
	for (const { options } of quiz) at[options.findIndex((option) => option.correct)]! += 1;
	expect(Math.max(...at)).toBeLessThanOrEqual(Math.ceil(quiz.length / 4) + 1);
});
