import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { AppServer } from '../harness/app-server';
import { buildPage } from '../harness/build-page';
import { ChromiumProcess } from '../harness/chromium-process';
import { buildApp } from './build-app';
import { compared, median, type Benchmark } from './figure';
import type { Bench } from './page/main';

/** Runs in the page. */
declare function bench(): Bench;

const PORT = Number(process.env.BENCH_PORT ?? 4674);
const SEED = '/seed/';
const MANY = 100_000;
const FEW = 100;
const RUNS = 15;
const RECORDED = 200;

const deck = JSON.parse(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8')) as {
	slug: string;
	facts: { id: string }[];
};

/**
 * What a long log costs: recording an answer against a bare strict put, pages with a hundred thousand answers
 * against pages with a hundred, in turns on two profiles of one machine.
 */
export const storage: Benchmark = async function* () {
	const folder = mkdtempSync(join(tmpdir(), 'quern-bench-'));
	const app = new AppServer(PORT);
	const seedPage = join(folder, 'seed');
	await buildPage(resolve(import.meta.dirname, 'page'), seedPage, SEED);
	app.intercept = (path, response) => {
		if (!path.startsWith(SEED)) return false;
		const file = join(seedPage, path.slice(SEED.length) || 'index.html');
		const type = extname(file) === '.js' ? 'text/javascript' : 'text/html';
		response.setHeader('content-type', type).end(readFileSync(file));
		return true;
	};
	await app.deploy(buildApp('.', 'dist-bench'));
	const browsers = [
		await ChromiumProcess.start(join(folder, 'few')),
		await ChromiumProcess.start(join(folder, 'many'))
	] as const;
	try {
		const [few, many] = [await seeded(browsers[0], app, FEW), await seeded(browsers[1], app, MANY)];
		const both = { few: [] as number[], many: [] as number[] };
		for (let run = 0; run < RUNS; run++)
			for (const [name, page, count] of [
				['few', few, FEW],
				['many', many, MANY]
			] as const) {
				// Loaded anew, as a page that has just been opened.
				await openSeed(page, app);
				const { ms, attempts } = await page.evaluate(() => bench().remembered());
				if (attempts !== count) throw new Error(`${attempts} of ${count} answers are remembered`);
				both[name].push(ms);
			}
		yield compared('storage remembered', ...milliseconds(both), Infinity);
		await openSeed(many, app);
		const log = median([
			await many.evaluate(() => bench().log()),
			await many.evaluate(() => bench().log()),
			await many.evaluate(() => bench().log())
		]);
		const single = await many.evaluate(() => bench().single());
		yield compared('storage whole log', Math.round(log), 'ms', Math.round(single), Infinity);
		for (const [name, page] of [
			[FEW, few],
			[MANY, many]
		] as const) {
			await openSeed(page, app);
			const { app: recorded, raw } = await page.evaluate((n) => bench().record(n), RECORDED);
			yield compared(
				`storage record after ${name}`,
				+median(recorded).toFixed(2),
				'ms',
				+median(raw).toFixed(2),
				2
			);
		}
		// From here on the app's service worker answers: the page that fills the storage is out of reach.
		for (const path of ['/', '/review']) {
			const times = { few: [] as number[], many: [] as number[] };
			// The first pair warms up.
			for (let run = 0; run <= RUNS; run++) {
				const pair = {
					few: await ready(few, app.url(path)),
					many: await ready(many, app.url(path))
				};
				if (run === 0) continue;
				times.few.push(pair.few);
				times.many.push(pair.many);
			}
			yield compared(`storage ${path} ready`, ...milliseconds(times), 1.3);
			const heap = { few: [await heapOf(few)], many: [await heapOf(many)] };
			yield compared(
				`storage ${path} heap`,
				Math.round(median(heap.many) / 1000),
				'kB',
				Math.round(median(heap.few) / 1000),
				Infinity
			);
		}
	} finally {
		for (const browser of browsers) await browser.kill();
		await app.stop();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
};

const milliseconds = (times: { few: number[]; many: number[] }): [number, string, number] => [
	+median(times.many).toFixed(1),
	'ms',
	+median(times.few).toFixed(1)
];

async function openSeed(page: Page, app: AppServer): Promise<void> {
	await page.goto(app.url(SEED));
	await page.waitForFunction(() => 'bench' in globalThis);
}

async function seeded(
	{ context }: ChromiumProcess,
	app: AppServer,
	answers: number
): Promise<Page> {
	const page = await context.newPage();
	await openSeed(page, app);
	const facts = deck.facts.map(({ id }) => id);
	await page.evaluate(([n, slug, ids]) => bench().seed(n, slug, ids), [
		answers,
		deck.slug,
		facts
	] as const);
	return page;
}

/** From the start of the navigation until the page says what is due. */
async function ready(page: Page, url: string): Promise<number> {
	await page.goto(url, { waitUntil: 'commit' });
	const said = await page.waitForFunction(
		() => /\bdue\b/.test(document.querySelector('main h1')?.textContent ?? '') && performance.now()
	);
	return Number(await said.jsonValue());
}

/** Bytes of script memory in use, after what is no longer used has been cleared away. */
async function heapOf(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await session.detach();
	return usedSize;
}
