import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppServer } from '../harness/app-server';
import { ChromiumProcess } from '../harness/chromium-process';
import { buildApp } from './build-app';
import { compared, median, type Benchmark } from './figure';

const PORT = Number(process.env.BENCH_PORT ?? 4670);
const RUNS = 15;

/**
 * From the start of the navigation to the first contentful paint of `/`, without a network, in a browser
 * just started: against an app of the same kit that says hello from a service worker of its own.
 */
export const coldStart: Benchmark = async function* () {
	const folder = await mkdtemp(join(tmpdir(), 'quern-bench-'));
	try {
		const quern = await visited('.', 'dist-bench', PORT, join(folder, 'quern'));
		const hello = await visited(
			resolve(import.meta.dirname, 'hello-world'),
			'dist-bench-hello',
			PORT + 1,
			join(folder, 'hello')
		);
		const times = { quern: [] as number[], hello: [] as number[] };
		// In turns, so that what else the machine does falls on both; the first pair warms the disk up.
		for (let run = 0; run <= RUNS; run++) {
			const pair = { quern: await firstPaint(quern), hello: await firstPaint(hello) };
			if (run === 0) continue;
			times.quern.push(pair.quern);
			times.hello.push(pair.hello);
		}
		yield compared('cold-start', median(times.quern), 'ms', median(times.hello), 1.5);
	} finally {
		await rm(folder, { recursive: true, maxRetries: 5 });
	}
};

interface Stored {
	url: string;
	profile: string;
}

/** Builds an app, visits it once, and takes its server away. */
async function visited(
	project: string,
	out: string,
	port: number,
	profile: string
): Promise<Stored> {
	const app = new AppServer(port);
	await app.deploy(buildApp(project, out));
	const browser = await ChromiumProcess.start(profile);
	const page = await browser.context.newPage();
	await page.goto(app.url('/'));
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
	await browser.close();
	await app.stop();
	return { url: app.url('/'), profile };
}

async function firstPaint({ url, profile }: Stored): Promise<number> {
	const browser = await ChromiumProcess.start(profile);
	const page = await browser.context.newPage();
	await page.goto(url);
	const time = await page.evaluate(
		() =>
			new Promise<number>((done) => {
				new PerformanceObserver((list) => {
					const [paint] = list.getEntriesByName('first-contentful-paint');
					if (paint) done(paint.startTime);
				}).observe({ type: 'paint', buffered: true });
			})
	);
	await browser.close();
	return time;
}
