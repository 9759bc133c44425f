import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '$lib/questions/question';
import { type Sitting, type SittingEvent } from './sitting';
import { apply, begun, fold, nextOpen, tally } from './fold';

const item = (n: number) => ({
	deck: 'd',
	question: {
		id: `q${n}`,
		factId: `f${n}`,
		factIds: [`f${n}`],
		kind: 'text',
		stem: 'Which?',
		key: 'yes',
		variants: [],
		others: [],
		options: [],
		items: [],
		evidence: [{ start: 0, end: 1, quote: 'x' }],
		explanation: '',
		difficulty: 0.5
	} satisfies Question
});
const sitting = (events: SittingEvent[], count = 4): Sitting => ({
	version: 1,
	id: 's',
	where: 'quiz',
	link: '',
	title: 't',
	startedAt: 0,
	items: Array.from({ length: count }, (_, n) => item(n)),
	events
});
const scored = (n: number, right: boolean) => ({ right, facts: { [`f${n}`]: right } });
const answered = (n: number, given: string | null = 'yes'): SittingEvent => ({
	type: 'answered',
	item: n,
	given,
	score: scored(n, given === 'yes'),
	ms: 1000,
	at: n
});

const events = fc.oneof(
	fc.record({
		type: fc.constant('answered' as const),
		item: fc.nat(5),
		given: fc.constantFrom('yes', 'no', null),
		score: fc.boolean().map((right) => scored(0, right)),
		ms: fc.nat(9000),
		at: fc.nat()
	}),
	fc.record({ type: fc.constant('skipped' as const), item: fc.nat(5), at: fc.nat() }),
	fc.record({ type: fc.constant('moved' as const), item: fc.nat(5), at: fc.nat() }),
	fc.record({
		type: fc.constantFrom('paused' as const, 'resumed' as const, 'finished' as const),
		at: fc.nat()
	})
);

test('whatever happens, the question shown exists and an answer given stays as it was', () => {
	fc.assert(
		fc.property(fc.array(events, { maxLength: 40 }), (log) => {
			const whole = sitting(log);
			let state = begun(whole);
			for (const event of log) {
				const before = state.answers;
				state = apply(whole, state, event);
				expect(whole.items[state.current]).toBeDefined();
				for (const [i, answer] of before.entries())
					if (answer) expect(state.answers[i]).toBe(answer);
			}
			const { asked, right, missed, open } = tally(state);
			expect(right + missed.length).toBe(asked);
			expect(asked + open).toBe(4);
		})
	);
});

test('a log replayed in two parts gives what it gives in one', () => {
	fc.assert(
		fc.property(fc.array(events, { maxLength: 30 }), fc.nat(30), (log, cut) => {
			const first = fold(sitting(log.slice(0, cut)));
			const whole = sitting(log);
			expect(log.slice(cut).reduce((state, event) => apply(whole, state, event), first)).toEqual(
				fold(whole)
			);
		})
	);
});

test('an answer written twice counts once', () => {
	expect(fold(sitting([answered(0), answered(0, 'no')]))).toEqual(fold(sitting([answered(0)])));
});

test('what is put off comes after the others', () => {
	const state = fold(sitting([{ type: 'skipped', item: 0, at: 0 }]));
	expect(state.current).toBe(1);
	const later = fold(
		sitting([{ type: 'skipped', item: 0, at: 0 }, answered(1), answered(2), answered(3)])
	);
	expect(nextOpen(later, 3)).toBe(0);
});

test('with everything answered nothing is next', () => {
	expect(nextOpen(fold(sitting([0, 1, 2, 3].map((n) => answered(n)))), 3)).toBeUndefined();
});

test('the tally names what was missed', () => {
	const state = fold(sitting([answered(0), answered(1, 'no'), answered(2, null)]));
	expect(tally(state)).toEqual({ asked: 3, right: 1, missed: [1, 2], open: 1, ms: 3000 });
});
