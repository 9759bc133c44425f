import { expect, test } from 'vitest';
import type { Attempt } from './attempt';
import { history } from './history';
import { replay } from './replay';
import { EMPTY } from './card';
import { retrievability } from './curve';
import { dayOf } from './day';
import { attemptOf, DAY } from './samples';

const attempt = (n: number, day: number, more: Partial<Attempt> = {}): Attempt =>
	attemptOf(n, { at: day * DAY + DAY / 2, ...more });
const all = (log: Attempt[]) => [...history(log)].flat();

test('only answers a day or more after the one before say what was expected of them', () => {
	const log = [
		attempt(1, 100),
		attempt(2, 100),
		attempt(3, 104, { right: false }),
		attempt(4, 103), // a clock that was set back
		attempt(5, 105),
		attempt(6, 105, { fact: 'g' })
	];
	expect(all(log).map(({ right, days }) => [right, days])).toEqual([
		[false, 4],
		[true, 2]
	]);
});

test('what was expected is the chance that the page would have shown that day', () => {
	const log = [attempt(1, 100), attempt(2, 107), attempt(3, 130)];
	const last = log.at(-1) as Attempt;
	const before = replay(EMPTY, log.slice(0, 2)).cards.get('d/f');
	if (!before) throw new Error('no card');
	expect(all(log).at(-1)?.predicted).toBeCloseTo(retrievability(before, dayOf(last)), 10);
});

test('a long log comes in parts, and the parts change nothing', () => {
	const log = Array.from({ length: 9000 }, (_, n) =>
		attempt(n, 100 + Math.floor(n / 100), { fact: `f${n % 50}`, right: n % 7 > 0 })
	);
	const parts = [...history(log)];
	expect(parts.length).toBeGreaterThan(2);
	// The first of each pair on a day follows an earlier day; the second does not.
	expect(parts.flat()).toHaveLength(50 * 89);
});
