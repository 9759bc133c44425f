import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** Builds a page of a test or a benchmark, with the app's own modules in it. */
export async function buildPage(page: string, folder: string, base = '/'): Promise<void> {
	await build({
		configFile: false,
		root: page,
		base,
		logLevel: 'error',
		resolve: { alias: { $lib: resolve(ROOT, 'src/lib') } },
		build: { outDir: folder, emptyOutDir: true, target: 'esnext' }
	});
}
