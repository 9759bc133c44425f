import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from './card';
import { dueDay, retrievability } from './curve';
import { dateOfDay } from './day';
import { interleaved } from './interleave';
import { type Pace } from './learner';
import { PACE } from './first';
import { missedBy } from './missed';
import { begunOn, due, forecast, freshToday, queueOf, reviewedOn } from './queue';
import { remember, replayAll } from './replay';
import { attemptOf, DAY, NOON } from './samples';

const TODAY = 20_000;

const cardOf = (n: number, more: Partial<Card> = {}, right = true): Card => {
	const [made] = replayAll([attemptOf(NOON + n, { fact: `f${n}`, right })], []).cards.values();
	return { ...(made as Card), first: TODAY - 90, ...more };
};

const anyCard: fc.Arbitrary<Card> = fc
	.record({
		n: fc.nat(1000),
		deck: fc.constantFrom('a', 'b', 'c'),
		stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
		age: fc.integer({ min: 0, max: 60 }),
		right: fc.boolean()
	})
	.map(({ n, deck, stability, age, right }) =>
		cardOf(n, { deck, stability, day: TODAY - age, first: TODAY - age - 9 }, right)
	);
const anyCards = fc.uniqueArray(anyCard, { maxLength: 40, selector: ({ fact }) => fact });
const anyPace: fc.Arbitrary<Pace> = fc
	.record({
		load: fc.integer({ min: 1, max: 20 }),
		fresh: fc.nat(10),
		exam: fc.option(fc.integer({ min: -5, max: 40 }), { nil: undefined })
	})
	.map(({ exam, ...pace }) => ({
		...PACE,
		...pace,
		...(exam === undefined ? {} : { exam: dateOfDay(TODAY + exam) })
	}));

describe('what is due', () => {
	test('missed facts first, the longest missed before the others; then what has slipped furthest', () => {
		const long = cardOf(1, { stability: 100, day: TODAY - 110 });
		const short = cardOf(2, { stability: 2, day: TODAY - 6 });
		const early = cardOf(3, { day: TODAY - 3 }, false);
		const late = cardOf(4, { day: TODAY - 1 }, false);
		const held = cardOf(5, { stability: 10, day: TODAY - 9 });
		expect(due([late, long, held, short, early], PACE, TODAY)).toEqual([early, late, short, long]);
	});

	test('what was missed in the last ten minutes waits until everything else has been asked', () => {
		const missed = cardOf(1, { deck: 'a' }, false);
		const other = cardOf(2, { deck: 'a', stability: 2, day: TODAY - 6 });
		const at = missed.last.at;
		const asked = (now: number) => queueOf([missed, other], PACE, TODAY, now).ask;
		expect(asked(at + 60_000)).toEqual([other, missed]);
		expect(asked(at + 600_000)).toEqual([missed, other]);
		// A clock set back: it was missed in the future.
		expect(asked(at - DAY)).toEqual([missed, other]);
	});

	test('no more than the load, less what was reviewed today; nothing of it is lost', () => {
		fc.assert(
			fc.property(anyCards, anyPace, (cards, pace) => {
				const { ask, later } = queueOf(cards, pace, TODAY);
				const all = due(cards, pace, TODAY);
				expect(ask.length + later).toBe(all.length);
				expect(new Set(ask).size).toBe(ask.length);
				const anew = ask.filter((card) => card.day !== TODAY);
				const left = Math.max(0, pace.load - reviewedOn(cards, TODAY));
				expect(anew.length).toBe(Math.min(left, all.filter((c) => c.day !== TODAY).length));
				// What was missed today comes whatever the load.
				for (const card of all) if (card.day === TODAY) expect(ask).toContain(card);
			})
		);
	});

	test('a fact missed five times today counts once as done', () => {
		const again = cardOf(1, { day: TODAY, tries: 9 }, false);
		expect(reviewedOn([again], TODAY)).toBe(1);
		expect(begunOn([cardOf(2, { first: TODAY, day: TODAY, tries: 3 })], TODAY)).toBe(1);
	});
});

test('neighbours come from different articles, or as few as can be do not', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (decks) => {
			const mixed = interleaved(decks, (deck) => deck);
			expect([...mixed].sort()).toEqual([...decks].sort());
			const most = Math.max(0, ...['a', 'b', 'c', 'd'].map((d) => count(decks, d)));
			const pairs = mixed.filter((deck, n) => n > 0 && deck === mixed[n - 1]).length;
			expect(pairs).toBe(Math.max(0, most - (decks.length - most) - 1));
		})
	);
	expect(interleaved(['a1', 'a2', 'b1', 'c1'], (name) => name[0] ?? '')).toEqual([
		'a1',
		'b1',
		'a2',
		'c1'
	]);
});

describe('facts never asked before', () => {
	const begun = [1, 2, 3].map((n) => cardOf(n, { first: TODAY, day: TODAY }));

	test('as many a day as wanted, less those begun today', () => {
		expect(freshToday([], PACE, TODAY, 50)).toBe(10);
		expect(freshToday(begun, PACE, TODAY, 50)).toBe(7);
		expect(freshToday(begun, { ...PACE, fresh: 2 }, TODAY, 50)).toBe(0);
		expect(freshToday([], PACE, TODAY, 4)).toBe(4);
	});

	test('before an exam, enough that all have been asked two days before it', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 1, max: 300 }),
				fc.integer({ min: 1, max: 20 }),
				(days, unasked, fresh) => {
					const pace = { ...PACE, fresh, exam: dateOfDay(TODAY + days) };
					let left = unasked;
					for (let day = TODAY; day < TODAY + Math.max(1, days - 1); day++)
						left -= freshToday([], pace, day, left);
					expect(left).toBe(0);
				}
			)
		);
	});

	test('who wants none gets none', () => {
		const pace = { ...PACE, fresh: 0, exam: dateOfDay(TODAY + 3) };
		expect(freshToday([], pace, TODAY, 50)).toBe(0);
	});
});

describe('an exam', () => {
	test('whoever follows the plan and knows the answers will know them on the day', () => {
		fc.assert(
			fc.property(anyCard, fc.integer({ min: 1, max: 60 }), (begun, days) => {
				const exam = TODAY + days;
				const pace = { ...PACE, exam: dateOfDay(exam) };
				let card = begun;
				let today = TODAY;
				for (;;) {
					const day = Math.max(today, dueDay(card, pace, today));
					if (day >= exam) break;
					const state = remember(card, day - card.day, 3);
					card = { ...card, ...state, day, last: { ...card.last, right: true } };
					today = day;
				}
				expect(card.last.right).toBe(true);
				// What holds for less than a day can have no more than a look on the day before.
				if (card.day < exam - 1)
					expect(retrievability(card, exam)).toBeGreaterThanOrEqual(PACE.retention);
			})
		);
	});

	test('what will be known anyway is not asked for its sake', () => {
		const card = cardOf(1, { stability: 40, day: TODAY - 8 });
		expect(dueDay(card, { ...PACE, exam: dateOfDay(TODAY + 32) }, TODAY)).toBe(TODAY + 32);
		expect(dueDay(card, { ...PACE, exam: dateOfDay(TODAY + 20) }, TODAY)).toBe(TODAY + 32);
		// Due on the day itself, and by then a little below: the day before.
		const close = { ...card, stability: 39.6 };
		expect(dueDay(close, { ...PACE, exam: dateOfDay(TODAY + 32) }, TODAY)).toBe(TODAY + 31);
	});

	test('the last looks are spread over the days before it, a load a day, the shaky ones last', () => {
		const cards = Array.from({ length: 50 }, (_, n) =>
			cardOf(n, { stability: 20 + n / 20, day: TODAY - 8 })
		);
		const pace = { ...PACE, load: 10, exam: dateOfDay(TODAY + 16) };
		const ahead = forecast(cards, pace, TODAY, 20);
		expect(Math.max(...ahead)).toBe(10);
		expect(ahead.slice(0, 16).reduce((sum, n) => sum + n)).toBe(50);
		expect(ahead.slice(16).every((n) => n === 0)).toBe(true);
		const without = forecast(cards, { ...PACE, load: 10 }, TODAY, 20);
		expect(without.slice(0, 12).every((n) => n === 0)).toBe(true);
	});

	test('when it is over, or was never dated rightly, the plan is the usual one', () => {
		fc.assert(
			fc.property(anyCards, anyPace, (cards, { exam: _, ...pace }) => {
				for (const exam of [dateOfDay(TODAY), dateOfDay(TODAY - 3), '2027-99-99'])
					expect(queueOf(cards, { ...pace, exam }, TODAY)).toEqual(queueOf(cards, pace, TODAY));
			})
		);
	});
});

describe('the forecast', () => {
	test('without a load it is the number of facts due on each day', () => {
		fc.assert(
			fc.property(anyCards, (cards) => {
				const pace = { ...PACE, load: 9999 };
				const counted = Array.from({ length: 30 }, (_, n) =>
					count(
						cards.map((card) => Math.max(TODAY, dueDay(card, pace, TODAY))),
						TODAY + n
					)
				);
				expect(forecast(cards, pace, TODAY, 30)).toEqual(counted);
			})
		);
	});

	test('before an exam, what was asked today and will not hold is counted once more, as it is asked', () => {
		const card = cardOf(1, { stability: 0.1, day: TODAY, first: TODAY - 9 }, true);
		const pace = { ...PACE, load: 1, exam: dateOfDay(TODAY + 1) };
		expect(queueOf([card], pace, TODAY).ask).toHaveLength(1);
		expect(forecast([card], pace, TODAY, 5)).toEqual([1, 0, 0, 0, 0]);
	});

	test('with a load no day has more, today has what the queue has, and none is lost', () => {
		fc.assert(
			fc.property(anyCards, anyPace, (cards, pace) => {
				const ahead = forecast(cards, pace, TODAY, 500);
				expect(ahead[0]).toBe(queueOf(cards, pace, TODAY).ask.length);
				for (const n of ahead.slice(1)) expect(n).toBeLessThanOrEqual(pace.load);
				const far = cards.filter((card) => dueDay(card, pace, TODAY) >= TODAY + 500).length;
				expect(ahead.reduce((sum, n) => sum + n)).toBe(cards.length - far);
			})
		);
	});
});

test('missed facts stand by article, quiz and day, the latest first, and only while they are missed', () => {
	const at = (n: number, deck: string, sitting: string, right = false): Card => {
		const card = cardOf(n, { deck, day: TODAY + n }, right);
		return { ...card, last: { ...card.last, sitting } };
	};
	const cards = [at(1, 'a', 's'), at(2, 'b', 's'), at(3, 'a', 't'), at(4, 'c', 't', true)];
	const keys = (by: 'article' | 'quiz' | 'date') =>
		missedBy(by, cards).map(({ key, cards }) => [key, cards.map(({ fact }) => fact)]);
	expect(keys('article')).toEqual([
		['a', ['f3', 'f1']],
		['b', ['f2']]
	]);
	expect(keys('quiz')).toEqual([
		['t', ['f3']],
		['s', ['f2', 'f1']]
	]);
	expect(keys('date')).toEqual([
		['20003', ['f3']],
		['20002', ['f2']],
		['20001', ['f1']]
	]);
});

const count = <T>(things: readonly T[], thing: T): number =>
	things.filter((one) => one === thing).length;
