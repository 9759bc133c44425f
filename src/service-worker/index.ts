import { build, files, prerendered, version } from '$service-worker';
import {
	answeredBy,
	cacheName,
	foreignAssets,
	isImmutable,
	precachePaths,
	SHELL,
	staleCaches,
	VERSION_FILE
} from './precache';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const CACHE = cacheName(version);
const PATHS = precachePaths([build, files, prerendered]);
const CACHED: ReadonlySet<string> = new Set([...PATHS, VERSION_FILE]);

worker.addEventListener('install', (event) => {
	event.waitUntil(
		install().catch(async (error: unknown) => {
			// Half a version is worse than none: the one before it stays.
			await caches.delete(CACHE);
			throw error;
		})
	);
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		(async () => {
			const stale = staleCaches(await caches.keys(), version);
			await Promise.all(stale.map((name) => caches.delete(name)));
			await worker.clients.claim();
		})()
	);
});

worker.addEventListener('message', (event) => {
	if (event.data === 'SKIP_WAITING') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	const path = answeredBy(url.pathname, request.mode === 'navigate', CACHED);
	if (path !== undefined) event.respondWith(answer(request, path));
});

async function answer(request: Request, path: string): Promise<Response> {
	const cache = await caches.open(CACHE);
	// A browser short of space may have dropped an entry, or the whole cache.
	return (await cache.match(path)) ?? fetch(request);
}

/** Stores the whole version, or throws: when a file is missing, redirected, or of another deployment. */
async function install(): Promise<void> {
	const cache = await caches.open(CACHE);
	// A redirected response could not answer a navigation.
	const requests = PATHS.map(
		(path) =>
			new Request(path, { cache: isImmutable(path) ? 'default' : 'reload', redirect: 'error' })
	);
	await cache.addAll(requests);
	await refuseForeignPages(cache);
	await refuseOtherVersion(cache);
}

/** A deployment that lands file by file can pair this script with pages of the build before it. */
async function refuseForeignPages(cache: Cache): Promise<void> {
	const known = new Set(build);
	await Promise.all(
		[...prerendered, SHELL].map(async (path) => {
			const page = await cache.match(path);
			const foreign = page ? foreignAssets(await page.text(), known) : [];
			if (foreign.length) throw new Error(`${path} is of another build: ${foreign.join(' ')}`);
		})
	);
}

/** The server moved on while this version was being stored. */
async function refuseOtherVersion(cache: Cache): Promise<void> {
	const response = await fetch(VERSION_FILE, { cache: 'no-store', redirect: 'error' });
	const copy = response.clone();
	const { version: deployed } = (await response.json()) as { version?: unknown };
	if (deployed !== version) throw new Error(`the server has ${String(deployed)}, not ${version}`);
	await cache.put(VERSION_FILE, copy);
}
