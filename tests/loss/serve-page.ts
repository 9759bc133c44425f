import { resolve } from 'node:path';
import sirv from 'sirv';
import { close, listen } from '$lib/server/listen';
import { buildPage } from '../harness/build-page';

const PORT = Number(process.env.LOSS_PORT ?? 4680);

/** Builds the page that writes and serves it. */
export async function servePage(
	folder: string
): Promise<{ origin: string; close: () => Promise<void> }> {
	await buildPage(resolve(import.meta.dirname, 'page'), folder);
	const server = await listen(sirv(folder), { host: '127.0.0.1', port: PORT });
	if (!server.ok) throw new Error(server.error.message);
	return { origin: `http://localhost:${PORT}`, close: () => close(server.value) };
}
