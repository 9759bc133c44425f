import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apart, histories, rustFsrs, type Apart, type Frozen } from '../harness/rust-fsrs';
import { single } from '../harness/single-fsrs';

/**
 * Rust reckons in single precision, which has seven digits: near R = 1 its `e^(w10·(1 - R)) - 1` keeps five of
 * them. So intervals are compared in days up to a hundred, and beyond as a share.
 */
const DAYS = 1e-3;
const SHARE = 1e-5;

const isNear = ({ interval, days, share, difficulty, sameDay }: Apart): boolean =>
	(days <= DAYS || (interval > 100 && share < SHARE)) &&
	difficulty < 1e-5 &&
	// Where Rust's interval lies on half a day, rounding may go either way.
	(sameDay || Math.abs((interval % 1) - 0.5) <= days);
const notNear = (all: readonly Apart[]): Apart[] => all.filter((one) => !isNear(one));

const FROZEN = 'tests/fixtures/fsrs';
describe('schedules as FSRS in Rust has them, kept in files', () => {
	test.each(readdirSync(FROZEN))('%s', (file) => {
		const frozen = readFileSync(`${FROZEN}/${file}`, 'utf8')
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as Frozen);
		expect(frozen.length).toBeGreaterThan(100);
		for (const { states, ...history } of frozen)
			expect(notNear(apart(history, states))).toEqual([]);
	});
});

const rust = rustFsrs();
describe.skipIf(!rust)(
	`schedules against FSRS in Rust${rust ? '' : ' (skipped: npm has none for this machine)'}`,
	() => {
		test('10,000 random histories give the same intervals', { timeout: 120_000 }, () => {
			for (const history of histories('unit', 10_000))
				expect(notNear(apart(history, rust!(history)))).toEqual([]);
		});

		test('what is between them is single precision: reckoned so, 99 of 100 are the same bit for bit', () => {
			let answers = 0;
			let same = 0;
			for (const history of histories('single', 1000)) {
				let memory: ReturnType<typeof single> | null = null;
				for (const [n, state] of rust!(history).entries()) {
					memory = single(memory, history.steps[n]!);
					answers++;
					if (memory.stability === state.stability) same++;
				}
			}
			expect(same / answers).toBeGreaterThan(0.99);
		});
	}
);
