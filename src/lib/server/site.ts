import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { fail, ok, type Result } from '$lib/result';
import { headersFor, isPage } from './headers';

/** The page that adapter-static writes for addresses that were not prerendered. */
const SHELL = '/404.html';

/**
 * Serves the built app from `folder`. An address inside the app that was not built, a learner's own deck
 * for one, gets the app itself with status 200: which of them exist is known only in the browser that
 * holds the data. A missing file is a 404.
 */
export function site(folder: string): Result<RequestListener> {
	if (!existsSync(join(folder, SHELL))) {
		return fail({
			code: 'no-build',
			message: `There is no built app in ${folder}. Build it first: npm run build`,
			where: folder
		});
	}
	// `dev`: looks at the disk at each request, so that a new build is served whole, without a restart.
	const files = sirv(folder, { dev: true, etag: true, gzip: true, brotli: true });
	return ok((request, response) => {
		const path = (request.url ?? '/').replace(/[?#].*$/, '');
		for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
		const refuse = (status: number, text: string) =>
			response
				// Not even under a name that is kept for ever: the next deployment may bring the file.
				.setHeader('Cache-Control', 'no-store')
				.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
				.end(text);

		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			return void refuse(405, 'Only GET and HEAD are answered here.\n');
		}
		const missing = () => void refuse(404, 'There is no such file here.\n');
		files(request, response, () => {
			if (!isPage(path)) return missing();
			request.url = SHELL;
			files(request, response, missing);
		});
	});
}
