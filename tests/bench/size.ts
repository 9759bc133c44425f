import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import { AppServer } from '../harness/app-server';
import { buildApp } from './build-app';
import { compared, type Benchmark } from './figure';

const PORT = Number(process.env.BENCH_PORT ?? 4670);

/** Bytes of JavaScript, compressed, that a first visit may fetch. */
const HOME = 60_000;
const OTHERS = 90_000;

const DECKS = readdirSync('questions');

/** What a real browser fetches at the first load of a page, until it asks for nothing more. */
export const size: Benchmark = async function* () {
	const build = buildApp('.', 'dist-bench');
	const app = new AppServer(PORT);
	await app.deploy(build);
	const browser = await chromium.launch({
		executablePath: await chromiumPath(),
		args: CHROMIUM_ARGS
	});
	try {
		for (const path of onePerKind([...deckPages(), ...build.pages])) {
			const bytes = await scriptBytes(browser, app.url(path));
			yield compared(
				`size ${path.replace(/\?.*/, '')}`,
				bytes,
				'bytes',
				path === '/' ? HOME : OTHERS,
				1
			);
		}
	} finally {
		await browser.close();
		await app.stop();
	}
};

/** Compressed bytes of the worker that reads articles, in a build. */
export function workerBytes(folder: string): number {
	const workers = `${folder}/_app/immutable/workers`;
	return readdirSync(workers)
		.filter((name) => name.endsWith('.js'))
		.reduce(
			(sum, name) => sum + gzipSync(readFileSync(`${workers}/${name}`), { level: 9 }).length,
			0
		);
}

/** Pages of different decks load the same scripts: the first of each kind will do. */
function onePerKind(paths: readonly string[]): string[] {
	const kinds = new Map<string, string>();
	for (const path of paths) {
		const kind = DECKS.reduce((name, deck) => name.replace(deck, '*'), path.replace(/\?.*/, ''));
		if (!kinds.has(kind)) kinds.set(kind, path);
	}
	return [...kinds.values()].sort();
}

/** These may not be prerendered, and a sitting wants to know which quiz. */
const deckPages = (): string[] =>
	DECKS.flatMap((deck) => [`/quiz/${deck}`, `/quiz/${deck}/sit?seed=size&length=10`]);

async function scriptBytes(browser: Browser, url: string): Promise<number> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const scripts = new Map<string, Promise<Buffer>>();
	page.on('response', (response) => {
		// No page waits for a worker: what that loads has a limit of its own, `language size`.
		const worker = response.url().includes('/immutable/workers/');
		if (!worker && /javascript/.test(response.headers()['content-type'] ?? ''))
			scripts.set(response.url(), response.body());
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await page.waitForLoadState('networkidle');
	const bodies = await Promise.all(scripts.values());
	await context.close();
	return bodies.reduce((total, body) => total + gzipSync(body, { level: 9 }).length, 0);
}
