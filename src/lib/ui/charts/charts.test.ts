import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfDate } from '$lib/memory/day';
import { aheadColumns, aheadTitle, gatherAhead } from './ahead';
import { behindTitle, drawBehind, gatherBehind } from './behind';
import { calibrationSentence, calibrationTitle, gatherCalibration } from './calibration';
import { drawColumns } from './columns';
import { longDay, mondayOf, shortDay, weekday, wholeDay } from './days';
import { ticksTo } from './scale';
import { gatherSpent, lateAnswer, minutesText, spentTitle, timeInWords } from './spent';

const DAY = 86_400_000;
const TODAY = dayOfDate('2026-11-23'); // a Monday
const at = (day: number, hour = 12) => ({ at: day * DAY + hour * 3_600_000, offset: 0 });

test('days are written as people write them, whatever the time zone', () => {
	expect([longDay(TODAY), shortDay(TODAY), wholeDay(TODAY)]).toEqual([
		'23 November',
		'23 Nov',
		'Monday 23 November'
	]);
	expect([-8, 0, TODAY].map(weekday)).toEqual([2, 3, 0]);
	expect(mondayOf(TODAY + 6)).toBe(TODAY);
});

test('a scale begins at nought, ends above the largest, and is not crowded', () => {
	fc.assert(
		fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (max) => {
			const ticks = ticksTo(max);
			expect(ticks[0]).toBe(0);
			expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
			expect(ticks.length).toBeLessThanOrEqual(5);
			expect(ticks.every(Number.isInteger)).toBe(true);
		})
	);
});

describe('ahead', () => {
	const month = (...due: number[]) =>
		gatherAhead([...due, ...Array<number>(30 - due.length).fill(0)], 40, 60, TODAY);
	test.each([
		[month(), 'Nothing comes back in the next 30 days'],
		[month(1), 'One fact comes back today, then none for 29 days'],
		[month(0, 1), 'Nothing comes back today; one fact comes tomorrow'],
		[month(0, 0, 3), 'Nothing comes back today; three facts come on Wednesday 25 November'],
		[month(9, 2, 1), 'Nine facts come back today, then three in the 29 days after'],
		[month(25, ...Array<number>(29).fill(2)), '25 facts come back today, then about two a day']
	])('%#: a sentence tells it', (ahead, title) => {
		expect(aheadTitle(ahead)).toBe(title);
	});

	test('what comes later than the picture reaches is counted', () => {
		expect(month(9, 4).later).toBe(27);
	});

	test('today is named and says its number; then Mondays are named, as far as there is room', () => {
		const columns = aheadColumns(month(9, 4));
		expect(columns[0]).toMatchObject({ strong: '9', tick: 'Today', value: 9 });
		expect(columns.filter(({ tick }) => tick).map(({ tick }) => tick)).toEqual([
			'Today',
			'30 Nov',
			'7 Dec',
			'14 Dec',
			'21 Dec'
		]);
		expect(drawColumns(columns, 600).ticks).toHaveLength(5);
		expect(drawColumns(columns, 200).ticks.length).toBeLessThan(4);
	});
});

describe('columns', () => {
	test('their heights go with their values, within the width', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(500), { minLength: 1, maxLength: 40 }),
				fc.integer({ min: 260, max: 1000 }),
				(values, width) => {
					const { rects, grid, base } = drawColumns(
						values.map((value) => ({ value, says: String(value) })),
						width
					);
					const top = grid.at(-1);
					if (!top) throw new Error('no scale');
					for (const { x, width: wide, height, column } of rects) {
						expect(x).toBeGreaterThan(0);
						expect(x + wide).toBeLessThanOrEqual(width + 1);
						expect((height / (base - top.y)) * top.value).toBeCloseTo(column.value, -1);
					}
				}
			)
		);
	});
});

describe('behind', () => {
	test.each([
		[[], 'No answers yet'],
		[[TODAY], 'Today is your first day'],
		[[TODAY - 3], 'You answered on one day, 20 November'],
		[[TODAY - 20, TODAY, TODAY], 'You answered on two days since 3 November'],
		[[TODAY - 100, TODAY], 'You answered on two days since August'],
		[[TODAY - 300, TODAY], 'You answered on one day in the last 26 weeks'],
		[[TODAY - 300], 'No answers in the last 26 weeks']
	])('answers on %o', (days, title) => {
		expect(
			behindTitle(
				gatherBehind(
					days.map((day) => at(day)),
					TODAY
				)
			)
		).toBe(title);
	});

	test('every answer is in a square, or before them all, and none in a day to come', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -400, max: 30 })), (days) => {
				const behind = gatherBehind(
					days.map((day) => at(TODAY + day)),
					TODAY
				);
				const { squares } = drawBehind(behind, 600);
				const drawn = squares.reduce((sum, { answers }) => sum + answers, 0);
				expect(drawn).toBe(behind.total);
				expect(drawn + behind.earlier).toBe(days.length);
				expect(squares.at(-1)?.day).toBe(TODAY);
				expect(behind.weeks.length).toBeLessThanOrEqual(26);
			})
		);
	});

	test('a night until four belongs to the day before', () => {
		const behind = gatherBehind([at(TODAY + 1, 3)], TODAY);
		expect(behind.weeks.at(-1)?.answers[0]).toBe(1);
	});

	test('more answers make a larger square, and one can be seen', () => {
		const days = [1, 4, 9].flatMap((count, n) => Array<number>(count).fill(TODAY - 10 + n));
		const { squares } = drawBehind(
			gatherBehind(
				days.map((day) => at(day)),
				TODAY
			),
			600
		);
		const sides = [1, 4, 9].map((n) => squares.find(({ answers }) => answers === n)?.side ?? 0);
		expect(sides).toEqual(sides.toSorted((a, b) => a - b));
		expect(sides[0]).toBeGreaterThan(2 * (squares.find(({ answers }) => answers === 0)?.side ?? 9));
	});
});

describe('calibration', () => {
	const guesses = (n: number, predicted: number, right: number) =>
		Array.from({ length: n }, (_, i) => ({ predicted, right: i < right }));
	test.each([
		[[], 'Quern does not know you yet'],
		[guesses(29, 0.9, 10), 'It is too early to say how well Quern knows you'],
		[guesses(200, 0.9, 182), 'On the whole Quern is right about you'],
		[guesses(2000, 0.9, 1720), 'Quern is a little too sure of you'],
		[guesses(2000, 0.9, 1660), 'Quern is too sure of you'],
		[guesses(200, 0.9, 120), 'Quern is far too sure of you'],
		[guesses(2000, 0.9, 1880), 'You know a little more than Quern thinks'],
		[guesses(200, 0.6, 190), 'You know far more than Quern thinks']
	])('%#: a sentence tells it', (given, title) => {
		expect(calibrationTitle(gatherCalibration(given))).toBe(title);
	});

	test('the sentence has the numbers of the whole', () => {
		expect(calibrationSentence(gatherCalibration(guesses(50, 0.92, 44)))).toBe(
			'Where it expected 92 right answers of 100, you gave 88. Counted over 50 answers.'
		);
	});

	test('no answer is lost between the bins, none is tiny, and each true share is in its range', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({ predicted: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }),
					{ maxLength: 200 }
				),
				(given) => {
					const { bins, whole } = gatherCalibration(given);
					expect(bins.reduce((sum, { answers }) => sum + answers, 0)).toBe(given.length);
					expect(bins.reduce((sum, { right }) => sum + right, 0)).toBe(whole?.right ?? 0);
					for (const bin of bins) {
						if (bins.length > 1) expect(bin.answers).toBeGreaterThanOrEqual(8);
						expect(bin.low).toBeLessThanOrEqual(bin.seen + 1e-9);
						expect(bin.high).toBeGreaterThanOrEqual(bin.seen - 1e-9);
					}
					const expected = bins.map((bin) => bin.expected);
					expect(expected).toEqual(expected.toSorted((a, b) => a - b));
				}
			)
		);
	});
});

describe('time', () => {
	const minute = (day: number, minutes: number) => ({ ...at(day), ms: minutes * 60_000 });
	test.each([
		[[], 'No time spent yet'],
		[[minute(TODAY, 0.2)], 'Less than a minute so far'],
		[[minute(TODAY, 3), minute(TODAY - 2, 1)], 'Four minutes so far'],
		[[minute(TODAY, 3), minute(TODAY - 9, 1)], 'Three minutes in the last seven days'],
		[[minute(TODAY - 9, 1)], 'No time on questions in the last seven days']
	])('%#: a sentence tells it', (log, title) => {
		expect(spentTitle(gatherSpent(log, TODAY))).toBe(title);
	});

	test('the first three weeks by day, then by week; the spans add up', () => {
		const young = gatherSpent([minute(TODAY - 3, 2)], TODAY);
		expect([young.by, young.spans.length]).toEqual(['day', 7]);
		const old = gatherSpent(
			Array.from({ length: 60 }, (_, n) => minute(TODAY - n, 2)),
			TODAY
		);
		expect(old.by).toBe('week');
		expect(old.spans.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(120);
		expect(old.spans.reduce((sum, { answers }) => sum + answers, 0)).toBe(60);
	});

	test('a question left open overnight counts five minutes', () => {
		expect(gatherSpent([minute(TODAY, 600)], TODAY).total).toBe(5 * 60_000);
		expect(lateAnswer([minute(TODAY, 600)])).toBe(5 * 60_000);
	});

	test('times are said in words', () => {
		expect([20_000, 60_000, 3_600_000, 4_800_000, 40_000_000].map(timeInWords)).toEqual([
			'less than a minute',
			'one minute',
			'one hour',
			'one hour and twenty minutes',
			'eleven hours'
		]);
		expect([0, 0.4, 1, 12.5].map(minutesText)).toEqual(['0', '<1', '1', '13']);
	});
});
