import { WEIGHTS } from '$lib/language/weights';
import { fail, ok, type Result } from '$lib/result';

/** The weights' own cache; the service worker leaves names that start so alone. */
const PREFIX = 'quern-weights-';
const CACHE = PREFIX + WEIGHTS.sha256.slice(0, 8);

export interface Fetched {
	bytes: Uint8Array<ArrayBuffer>;
	/** They will be there without a network the next time. */
	kept: boolean;
}

const missing = fail({
	code: 'weights-missing',
	message:
		'The language model is not on this device yet, and it can’t be fetched without a network. Quizzes go on; come back to this page with a network once.'
});
const damaged = fail({
	code: 'weights-damaged',
	message:
		'The language model that arrived is damaged or of another version. Reload the page with a network. Quizzes go on meanwhile.'
});

/**
 * The weights from their cache or else from the network, checked against their SHA-256 wherever the browser can
 * (a page over plain http on a local network can't), and kept for offline use.
 */
export async function fetchWeights(
	onProgress: (received: number, total: number) => void
): Promise<Result<Fetched>> {
	const cache = await openCache();
	const stored = await cache?.match(WEIGHTS.path);
	if (stored) {
		const bytes = new Uint8Array(await stored.arrayBuffer());
		if (await isGenuine(bytes)) return ok({ bytes, kept: true });
		await cache?.delete(WEIGHTS.path);
	}
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		const response = await fetch(WEIGHTS.path);
		if (!response.ok) return missing;
		bytes = await readAll(response, onProgress);
	} catch {
		return missing;
	}
	if (!(await isGenuine(bytes))) return damaged;
	return ok({ bytes, kept: await keep(cache, bytes) });
}

/** Whether the weights are on this device, without opening them. */
export async function areWeightsKept(): Promise<boolean> {
	const cache = await openCache();
	return (await cache?.match(WEIGHTS.path)) !== undefined;
}

async function openCache(): Promise<Cache | undefined> {
	try {
		return await globalThis.caches?.open(CACHE);
	} catch {
		return undefined;
	}
}

async function keep(cache: Cache | undefined, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
	if (!cache) return false;
	try {
		await cache.put(WEIGHTS.path, new Response(bytes));
		const names = await caches.keys();
		await Promise.all(
			names
				.filter((name) => name.startsWith(PREFIX) && name !== CACHE)
				.map((name) => caches.delete(name))
		);
		return true;
	} catch {
		// No room: they are fetched again the next time.
		return false;
	}
}

async function readAll(
	response: Response,
	onProgress: (received: number, total: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(WEIGHTS.bytes);
	let received = 0;
	const reader = response.body?.getReader();
	for (;;) {
		const step = await reader?.read();
		if (!step || step.done) break;
		// More than the whole: another file. What does not fit is told by its length.
		if (received + step.value.length > bytes.length) return new Uint8Array(0);
		bytes.set(step.value, received);
		received += step.value.length;
		onProgress(received, WEIGHTS.bytes);
	}
	return bytes.subarray(0, received);
}

async function isGenuine(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
	if (bytes.length !== WEIGHTS.bytes) return false;
	const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
	if (!subtle) return true;
	const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
	return (
		Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === WEIGHTS.sha256
	);
}
