/**
 * `npm test`: unit tests in Node, components in Chromium, the built app in Chromium. The last line is
 * `N passed, M failed`. `npm test -- unit browser e2e` takes any of the three.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judged, playwrightTally, sum, vitestTally, type Tally } from './harness/tally';

const reports = await mkdtemp(join(tmpdir(), 'quern-tests-'));

/** Runs one of the project's tools (npm puts them on the path) to its end and gives its exit status. */
const run = (
	tool: string,
	args: readonly string[],
	env: Record<string, string> = {}
): Promise<number | null> =>
	new Promise((done, failed) => {
		spawn(tool, args, {
			env: { ...process.env, ...env },
			stdio: ['ignore', 'inherit', 'inherit']
		})
			.on('exit', done)
			.on('error', failed);
	});

/** Runs a test runner that writes a JSON report to `file`. */
async function counted<Report>(
	runner: Promise<number | null>,
	file: string,
	tally: (report: Report) => Tally
): Promise<Tally> {
	const status = await runner;
	const report = await readFile(file, 'utf8').catch(() => undefined);
	return judged(report === undefined ? undefined : tally(JSON.parse(report) as Report), status);
}

function vitest(project: string): Promise<Tally> {
	const file = join(reports, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	return counted(run('vitest', ['run', '--project', project, ...reporters]), file, vitestTally);
}

async function build(version: number): Promise<boolean> {
	const env = { APP_VERSION: String(version), OUT_DIR: `dist-e2e-${version}` };
	return (await run('vite', ['build', '--logLevel', 'error'], env)) === 0;
}

async function endToEnd(): Promise<Tally> {
	if (!(await build(1)) || !(await build(2))) {
		console.error('The app could not be built.');
		return { passed: 0, failed: 1 };
	}
	const file = join(reports, 'e2e.json');
	const runner = run('playwright', ['test', '--reporter=list,json'], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: file
	});
	return counted(runner, file, playwrightTally);
}

const PARTS: Record<string, () => Promise<Tally>> = {
	unit: () => vitest('unit'),
	browser: () => vitest('browser'),
	e2e: endToEnd
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length) {
	console.error(
		`There are no tests called ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}`
	);
	process.exit(1);
}

const tallies: Tally[] = [];
for (const [name, part] of Object.entries(PARTS)) {
	if (asked.length && !asked.includes(name)) continue;
	console.log(`\n${name}`);
	tallies.push(await part());
}
await rm(reports, { recursive: true });

const { passed, failed } = sum(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
