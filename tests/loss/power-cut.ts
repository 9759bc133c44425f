/**
 * `npm run loss`: cuts the power while answers are being saved, and counts what came back. The browser is
 * frozen, the disk's content of that moment is copied, and a browser is started on the copy. (kill -9 could
 * not tell: the system still writes what a dead program has left.) Needs root for the disks.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { ChromiumProcess } from '../harness/chromium-process';
import { Disk, noDisks, removeAll } from './disk';
import type { Harness } from './page/main';
import { servePage } from './serve-page';

/** Chromium is moving IndexedDB from LevelDB to SQLite; the sign tells by the profile's files which it uses. */
const STORES = [
	{ store: 'LevelDB', args: ['--disable-features=IdbSqliteBackingStore'], sign: /\.leveldb$/ },
	{
		store: 'SQLite',
		args: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
		sign: /-wal$/
	}
];

/** Milliseconds from the first answer to the cut. */
const CUTS = [900, 1400, 2000, 2700, 3500];

interface Outcome {
	/** Answers that the page had been told were saved. */
	acknowledged: number;
	lost: number;
	/** File names of the profile's databases. */
	databases: string[];
}

const why = noDisks();
if (why) {
	console.log(`The power cuts are left out: ${why}. As root, on Linux: npm run loss`);
	process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'quern-power-cut-'));
const site = await servePage(join(folder, 'page'));
let browser: ChromiumProcess | undefined;
let passed = 0;
let failed = 0;

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => {
		failed++;
		void end(1);
	});
try {
	for (const { store, args, sign } of STORES) {
		for (const [writer, cuts] of [
			['app', CUTS],
			// Were nothing lost here either, the harness would prove nothing.
			['relaxed', CUTS.slice(2, 3)]
		] as const) {
			for (const ms of cuts) {
				const { acknowledged, lost, databases } = await cutPower(writer, ms, args);
				const asExpected = writer === 'relaxed' ? lost > 0 : lost === 0;
				const rightStore = databases.some((name) => sign.test(name));
				const ok = asExpected && rightStore && acknowledged > 0;
				if (ok) passed++;
				else failed++;
				const figures = `${lost} of ${acknowledged} acknowledged answers lost`;
				const note = rightStore ? '' : `; but the profile holds ${databases.join(' ')}`;
				console.log(`  ${ok ? '✓' : '✗'} ${store}, ${writer}, cut at ${ms} ms: ${figures}${note}`);
			}
		}
	}
} catch (error) {
	failed++;
	console.error(error);
}
await end(failed ? 1 : 0);

async function cutPower(writer: string, ms: number, args: string[]): Promise<Outcome> {
	const before = Disk.make(folder);
	browser = await ChromiumProcess.start(join(before.path, 'profile'), args);
	const page = await open(browser, writer);
	// Never ends of itself: the browser is killed under it.
	page.evaluate(() => harness().writeOn()).catch(() => undefined);
	await wait(ms);
	const acknowledged = await page.evaluate(() => harness().acknowledged);
	browser.freeze();
	const after = before.cut(folder);
	await browser.kill();
	before.remove();

	after.revive();
	const profile = join(after.path, 'profile');
	const databases = readdirSync(join(profile, 'Default/IndexedDB'), {
		recursive: true,
		encoding: 'utf8'
	});
	browser = await ChromiumProcess.start(profile, args);
	const there = new Set(await (await open(browser, writer)).evaluate(() => harness().written()));
	await browser.kill();
	browser = undefined;
	after.remove();
	const lost = Array.from({ length: acknowledged }, (_, n) => n).filter((n) => !there.has(n));
	return { acknowledged, lost: lost.length, databases };
}

async function open({ context }: ChromiumProcess, writer: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${site.origin}/?writer=${writer}`);
	await page.waitForFunction(() => 'harness' in globalThis);
	return page;
}

/** Runs in the page. */
declare function harness(): Harness;

async function end(status: number): Promise<never> {
	await browser?.kill();
	removeAll();
	await site.close();
	rmSync(folder, { recursive: true, force: true });
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exit(status);
}
