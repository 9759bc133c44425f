import { expect, test } from 'vitest';
import { fixed, nothing, quern, sm2 } from '../../src/cli/simulation/planners';
import { simulate, type Planner } from '../../src/cli/simulation/run';

/** Days on which a plan asks again for one fact that was begun on day 0, `answers` in turn. */
function days(planner: Planner, answers: string): number[] {
	const plan = planner.begin();
	const asked: number[] = [];
	plan.answered(0, 0, answers[0] === '+');
	for (let day = 0, n = 1; n < answers.length && day < 1000;)
		if (plan.due(day).length) {
			asked.push(day);
			plan.answered(0, day, answers[n++] === '+');
		} else day++;
	return asked;
}

test('SM-2 asks when Anki does: two steps, a day, then by the ease; after a lapse a day and less ease', () => {
	expect(days(sm2, '+++++')).toEqual([0, 1, 4, 12]);
	expect(days(sm2, '-+++')).toEqual([0, 0, 1]);
	// 8 days, missed, again on the same day, then 1, 3 and 7 with an ease of 230 %.
	expect(days(sm2, '++++-++++')).toEqual([0, 1, 4, 12, 12, 13, 16, 23]);
});

test('fixed days go on after a miss, or begin anew', () => {
	expect(days(fixed('', false), '+++-++')).toEqual([1, 4, 11, 11, 25]);
	expect(days(fixed('', true), '+++-++')).toEqual([1, 4, 11, 11, 12]);
});

test('the app asks again on the day of a miss, then by the curve', () => {
	expect(days(quern(), '+++-++')).toEqual([2, 13, 59, 59, 62]);
	expect(days(quern(0.8), '++')[0]).toBeGreaterThan(2);
});

test('without reviews nothing is asked, and the same seed gives the same', () => {
	const world = { strength: 1, days: 30 };
	expect(simulate(nothing, 'a', world)).toMatchObject({ reviews: 0, busiest: 10 });
	expect(simulate(quern(), 'a', world)).toEqual(simulate(quern(), 'a', world));
	const known = simulate(quern(), 'a', world).known;
	expect(known).toHaveLength(30);
	expect(simulate(nothing, 'a', world).known.at(-1)).toBeLessThan(known.at(-1) as number);
});
