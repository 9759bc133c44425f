import { build, files, prerendered, version } from '$service-worker';

/** The least that opens the app offline: store all, answer from the store. */
const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', (event) => {
	event.waitUntil(
		caches.open(version).then((cache) => cache.addAll([...build, ...files, ...prerendered]))
	);
});

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
	event.respondWith(
		caches.match(event.request).then((response) => response ?? fetch(event.request))
	);
});
