import { describe, expect, test } from 'vitest';
import { judged, playwrightTally, vitestTally } from '../harness/tally';

describe('the last line of npm test', () => {
	test('counts a runner that crashed before its report as a failure', () => {
		expect(judged(undefined, 1)).toEqual({ passed: 0, failed: 1 });
		expect(judged(undefined, null)).toEqual({ passed: 0, failed: 1 });
	});

	test('counts a runner that found no tests as a failure', () => {
		expect(judged({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
	});

	test('counts a crash after the last test as a failure', () => {
		expect(judged({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
	});

	test('does not count a failure twice', () => {
		expect(judged({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
	});

	test('counts a test file that can’t be loaded', () => {
		const file = { status: 'failed', assertionResults: [] };
		expect(vitestTally({ numTotalTests: 0, numPassedTests: 0, testResults: [file] })).toEqual({
			passed: 0,
			failed: 1
		});
	});

	test('counts what was skipped, or passed only at a second try, as failed', () => {
		const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
		expect(playwrightTally({ stats, errors: ['a crash'] })).toEqual({ passed: 5, failed: 4 });
		expect(vitestTally({ numTotalTests: 3, numPassedTests: 2, testResults: [] }).failed).toBe(1);
	});
});
