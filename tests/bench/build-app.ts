import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Build } from '../harness/build';

/** Builds a kit project into a folder of its own. */
export function buildApp(project: string, out: string): Build {
	const { status, stdout, stderr } = spawnSync('vite', ['build', '--logLevel', 'error'], {
		cwd: project,
		env: { ...process.env, OUT_DIR: resolve(out) },
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`${project} could not be built:\n${stdout}${stderr}`);
	return new Build(resolve(out));
}
