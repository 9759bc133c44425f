import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, listen } from './listen';
import { site } from './site';

const FILES: Record<string, string | Buffer> = {
	'secret.txt': 'secret',
	'dist/index.html': '<title>Library</title>',
	'dist/404.html': '<title>Shell</title>',
	'dist/read/tigers.html': '<title>Tigers</title>',
	'dist/service-worker.js': 'worker',
	'dist/service-worker.js.gz': gzipSync('worker'),
	'dist/_app/immutable/a.123.js': 'a'
};

let folder: string;
let server: Server;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'quern-site-'));
	for (const [name, content] of Object.entries(FILES)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), content);
	}
	const listener = site(join(folder, 'dist'));
	if (!listener.ok) throw new Error(listener.error.message);
	const started = await listen(listener.value, { host: '127.0.0.1', port: 0 });
	if (!started.ok) throw new Error(started.error.message);
	server = started.value;
});

afterAll(async () => {
	await close(server);
	await rm(folder, { recursive: true });
});

interface Answer {
	status: number | undefined;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Sends the path as it stands: `fetch` would tidy it up. */
const ask = (path: string, method = 'GET', headers = {}): Promise<Answer> =>
	new Promise((done, failed) => {
		const { port } = server.address() as AddressInfo;
		request({ port, path, method, headers, host: '127.0.0.1' }, (response) => {
			text(response).then((body) => {
				done({ status: response.statusCode, headers: response.headers, body });
			}, failed);
		})
			.on('error', failed)
			.end();
	});

describe('what is served', () => {
	test('a page by its address, with or without a slash at its end', async () => {
		expect((await ask('/')).body).toContain('Library');
		expect((await ask('/read/tigers')).body).toContain('Tigers');
		expect((await ask('/read/tigers/?from=home')).body).toContain('Tigers');
	});

	test('a deck that only this browser knows opens the app with status 200', async () => {
		const { status, body, headers } = await ask('/quiz/my-own');
		expect(status).toBe(200);
		expect(body).toContain('Shell');
		expect(headers['content-type']).toMatch('text/html');
	});

	test('a missing file is a 404 in words, and the browser does not keep it', async () => {
		const { status, body, headers } = await ask('/_app/immutable/gone.456.js');
		expect(status).toBe(404);
		expect(body).toContain('no such file');
		expect(headers['cache-control']).toBe('no-store');
		expect((await ask('/read/tigers/__data.json')).status).toBe(404);
	});

	test('the compressed twin, to a browser that takes it', async () => {
		const packed = await ask('/service-worker.js', 'GET', { 'accept-encoding': 'gzip' });
		expect(packed.headers['content-encoding']).toBe('gzip');
		expect(packed.headers.vary).toBe('Accept-Encoding');
		expect((await ask('/service-worker.js')).body).toBe('worker');
	});

	test('nothing, when the browser has the same already', async () => {
		const { headers } = await ask('/');
		const again = await ask('/', 'GET', { 'if-none-match': headers.etag });
		expect(again.status).toBe(304);
		expect(again.headers['content-security-policy']).toContain('frame-ancestors');
	});

	test('the headers alone, to a HEAD', async () => {
		const { status, body, headers } = await ask('/', 'HEAD');
		expect([status, body, headers['content-length']]).toEqual([200, '', '22']);
	});
});

describe('what is refused', () => {
	test.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/read/../../secret.txt',
		'/..\\secret.txt',
		'//../secret.txt',
		'/%00/../secret.txt',
		'/%zz'
	])('a way out of the folder: %s', async (path) => {
		expect((await ask(path)).body).not.toContain('secret');
	});

	test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('a %s', async (method) => {
		const { status, headers } = await ask('/', method);
		expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
	});
});

describe('headers', () => {
	test('hashed files are kept for ever, everything else is asked for anew', async () => {
		expect((await ask('/_app/immutable/a.123.js')).headers['cache-control']).toBe(
			'public, max-age=31536000, immutable'
		);
		for (const path of ['/', '/read/tigers', '/quiz/my-own', '/service-worker.js'])
			expect((await ask(path)).headers['cache-control']).toBe('no-cache');
	});

	test.each(['/', '/quiz/my-own', '/service-worker.js', '/gone.js'])(
		'%s can be framed by no site, sniffed as no other type, and tells nobody whence one comes',
		async (path) => {
			const { headers } = await ask(path);
			expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['referrer-policy']).toBe('no-referrer');
			expect(headers['permissions-policy']).toContain('camera=()');
			expect(headers['cross-origin-opener-policy']).toBe('same-origin');
			expect(headers['cross-origin-resource-policy']).toBe('same-origin');
		}
	);

	test('a page’s own policy with its hashes is not overruled', async () => {
		for (const path of ['/', '/read/tigers.html', '/quiz/my-own'])
			expect((await ask(path)).headers['content-security-policy']).not.toMatch(
				/script-src|default-src/
			);
	});

	test('a worker, which inherits no policy, can reach this site only', async () => {
		expect((await ask('/_app/immutable/a.123.js')).headers['content-security-policy']).toContain(
			"connect-src 'self'"
		);
	});
});

test('without a build there is a sentence that says what to do', () => {
	const listener = site(join(folder, 'nothing'));
	expect(!listener.ok && listener.error.message).toContain('npm run build');
});
