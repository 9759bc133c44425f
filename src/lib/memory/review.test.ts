import { expect, test } from 'vitest';
import type { Kind, Question } from '$lib/questions/question';
import { otherQuestion } from './review';
import { attemptOf } from './samples';

const question = (kind: Kind, slot = 0): Question =>
	({
		id: `${kind}${slot}`,
		factId: 'f',
		factIds: ['f'],
		kind,
		slot,
		stem: `${kind} ${slot}`
	}) as Question;
const ALL: Kind[] = ['choice', 'boolean', 'cloze', 'number', 'text'];
const asked = (last: Kind, streak: number, stability: number, kinds = ALL) =>
	otherQuestion(
		kinds.map((kind) => question(kind)),
		{
			fact: 'f',
			streak,
			stability,
			last: attemptOf(1, { question: `${last}0`, kind: last, slot: 0 })
		},
		's'
	)?.kind;

test('the question asks more as the fact gets stronger, and less again after a miss', () => {
	expect(asked('text', 0, 9)).toMatch(/choice|boolean/);
	expect(asked('choice', 1, 2)).toBe('cloze');
	expect(asked('cloze', 2, 9)).toMatch(/number|text/);
});

test('where the fact has no such kind, the nearest that it has', () => {
	expect(asked('choice', 2, 9, ['choice', 'boolean', 'cloze'])).toBe('cloze');
	expect(asked('boolean', 1, 2, ['choice', 'boolean'])).toBe('choice');
	expect(asked('choice', 2, 9, ['choice'])).toBe('choice');
	expect(asked('choice', 2, 9, [])).toBeUndefined();
});

test('but never the last one again while there is another', () => {
	for (const last of ALL)
		for (const [streak, stability] of [
			[0, 1],
			[1, 3],
			[5, 90]
		] as const)
			expect(asked(last, streak, stability)).not.toBe(last);
});
