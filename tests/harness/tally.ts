/** What a runner's own JSON report says, as passed and failed. Pure. */

export interface Tally {
	passed: number;
	failed: number;
}

/** The part of vitest's JSON report that counts. */
interface VitestReport {
	numTotalTests: number;
	numPassedTests: number;
	/** A file that could not even be loaded is a failed suite without a failed test. */
	testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** The part of Playwright's JSON report that counts. */
interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	errors: unknown[];
}

/** A test that was skipped, or passed at the second try, has not passed. */
export const vitestTally = (report: VitestReport): Tally => ({
	passed: report.numPassedTests,
	failed:
		report.numTotalTests -
		report.numPassedTests +
		report.testResults.filter(
			(file) =>
				file.status === 'failed' && file.assertionResults.every(({ status }) => status === 'passed')
		).length
});

export const playwrightTally = ({ stats, errors }: PlaywrightReport): Tally => ({
	passed: stats.expected,
	failed: stats.unexpected + stats.flaky + stats.skipped + errors.length
});

/**
 * @param tally undefined when the runner left no report behind
 * @param status the runner's exit status
 * @returns the tally, with one failure more if the runner crashed or found nothing to run
 */
export function judged(tally: Tally | undefined, status: number | null): Tally {
	const { passed, failed } = tally ?? { passed: 0, failed: 0 };
	const unexplained = failed === 0 && (status !== 0 || passed === 0);
	return { passed, failed: failed + (unexplained ? 1 : 0) };
}

export const sum = (tallies: readonly Tally[]): Tally => ({
	passed: tallies.reduce((total, { passed }) => total + passed, 0),
	failed: tallies.reduce((total, { failed }) => total + failed, 0)
});
