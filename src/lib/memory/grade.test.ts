import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind } from '$lib/questions/question';
import type { Attempt } from './attempt';
import type { Tempo } from './card';
import { gradeOf, medianTime, timed } from './grade';
import { attemptOf } from './samples';

const KINDS: Kind[] = ['choice', 'boolean', 'number', 'text', 'cloze', 'order', 'match'];
/** A learner who takes four seconds for every kind. */
const settled: Tempo = KINDS.flatMap((kind) => Array<Kind>(10).fill(kind)).reduce<Tempo>(
	(tempo, kind) => timed(tempo, attemptOf(1, { kind, ms: 4000 })),
	{}
);
const grade = (more: Partial<Attempt>, tempo = settled) => gradeOf(attemptOf(1, more), tempo);

describe('grades', () => {
	test.each([
		['wrong, however fast', { right: false, ms: 100 }, 1],
		['right', { kind: 'text' }, 3],
		['right with a hint', { kind: 'text', hints: 1, ms: 100 }, 2],
		['right after long thought', { kind: 'text', ms: 9000 }, 2],
		['right at once, typed', { kind: 'text', ms: 1500 }, 4],
		['right at once, a gap', { kind: 'cloze', ms: 1500 }, 4],
		['right at once, put in order', { kind: 'order', ms: 1500 }, 4],
		['right at once, but chosen', { kind: 'choice', ms: 1500 }, 3],
		['right at once, but yes or no', { kind: 'boolean', ms: 1500 }, 3],
		['right, with no time known', { kind: 'text', ms: 0 }, 3]
	] as const)('%s', (_, more, expected) => {
		expect(grade(more)).toBe(expected);
	});

	test('time counts for nothing until ten right answers of the kind are known', () => {
		const nine = Array.from({ length: 9 }).reduce<Tempo>(
			(tempo) => timed(tempo, attemptOf(1, { kind: 'text' })),
			{}
		);
		expect(grade({ kind: 'text', ms: 60_000 }, nine)).toBe(3);
		const ten = timed(nine, attemptOf(1, { kind: 'text' }));
		expect(grade({ kind: 'text', ms: 60_000 }, ten)).toBe(2);
		expect(grade({ kind: 'number', ms: 60_000 }, ten)).toBe(3);
	});

	test('misses leave the pace as it was', () => {
		expect(timed(settled, attemptOf(1, { right: false, ms: 60_000 }))).toBe(settled);
	});
});

test('the median is right within a tenth, in whatever order the times came', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 250, max: 600_000 }), { minLength: 10, maxLength: 60 }),
			(times) => {
				const of = (list: number[]) =>
					list.reduce<Tempo>((tempo, ms) => timed(tempo, attemptOf(1, { ms })), {});
				const sorted = [...times].sort((a, b) => a - b);
				const exact = sorted[Math.ceil(sorted.length / 2) - 1] as number;
				const found = medianTime(of(times).choice) as number;
				expect(Math.abs(Math.log(found / exact))).toBeLessThan(0.1);
				expect(of(sorted)).toEqual(of(times));
			}
		)
	);
});
