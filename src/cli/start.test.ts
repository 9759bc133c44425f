import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'quern-start-'));
	await writeFile(join(folder, '404.html'), '<title>Quern</title>');
});

afterAll(() => rm(folder, { recursive: true }));

const COMMAND = ['--import', 'tsx', 'src/cli/start.ts'];

const start = (env: Record<string, string>): ChildProcess =>
	spawn(process.execPath, COMMAND, {
		env: { ...process.env, OUT_DIR: folder, PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});

test.each(['SIGTERM', 'SIGINT'] as const)(
	'it prints its address, answers there, and ends in order at %s',
	async (signal) => {
		const program = start({});
		const [line] = (await once(program.stdout!, 'data')) as [Buffer];
		const address = /^Quern is at (http:\/\/localhost:\d+)\n$/.exec(line.toString())?.[1];
		// The connection stays open: the server must not wait for it.
		expect(await (await fetch(address!)).text()).toContain('Quern');
		program.kill(signal);
		expect(await once(program, 'exit')).toEqual([0, null]);
	}
);

test('it ends with the npm that started it, even if that was killed', async () => {
	const code = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(COMMAND)}, { stdio: 'inherit' })`;
	const npm = spawn(process.execPath, ['-e', code], {
		env: { ...process.env, OUT_DIR: folder, PORT: '0', npm_lifecycle_event: 'start' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await once(npm.stdout, 'data');
	npm.kill('SIGKILL');
	// The pipe closes when the last process that holds it has ended.
	npm.stdout.resume();
	await once(npm.stdout, 'close');
}, 20_000);

test('what keeps it from starting is said in one sentence, without a stack', async () => {
	const program = start({ OUT_DIR: join(folder, 'nothing') });
	const [said, [code]] = await Promise.all([text(program.stderr!), once(program, 'exit')]);
	expect(code).toBe(1);
	expect(said.trim().split('\n')).toEqual([
		`There is no built app in ${join(folder, 'nothing')}. Build it first: npm run build`
	]);
});
