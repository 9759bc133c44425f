import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

interface Lock {
	packages: Record<string, { optionalDependencies?: Record<string, string> }>;
}

// npm leaves a platform's package out, without a word, where the registry lacks it, and `npm ci` then refuses
// the whole file. The overrides in package.json name versions that have them all.
test('the lock file names the parts for every platform, so that npm ci takes it', async () => {
	const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock;
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) =>
				!(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages)
		)
	);
	expect(missing).toEqual([]);
});
