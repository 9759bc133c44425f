import { resolve } from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';
import { close, listen } from '$lib/server/listen';

const ROOT = resolve(import.meta.dirname, '../..');
const PORT = Number(process.env.LOSS_PORT ?? 4680);

/** Builds the page that writes, with the app's own modules in it, and serves it. */
export async function servePage(
	folder: string
): Promise<{ origin: string; close: () => Promise<void> }> {
	await build({
		configFile: false,
		root: resolve(import.meta.dirname, 'page'),
		logLevel: 'error',
		resolve: { alias: { $lib: resolve(ROOT, 'src/lib') } },
		build: { outDir: folder, emptyOutDir: true, target: 'esnext' }
	});
	const server = await listen(sirv(folder), { host: '127.0.0.1', port: PORT });
	if (!server.ok) throw new Error(server.error.message);
	return { origin: `http://localhost:${PORT}`, close: () => close(server.value) };
}
