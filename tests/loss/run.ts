/**
 * `npm run loss`: power cuts, kills, a full disk and damaged files, on both of Chromium's backends. A line a
 * case; the last one is `N passed, M failed`. Only the power cuts need root. `npm run loss -- kills damage`
 * takes those named. docs/reliability.md tells what each case means.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damagedStore } from './damage';
import { noDisks, removeAll } from './disk';
import { kills } from './kills';
import { BACKENDS, Place, type Cases } from './place';
import { powerCuts } from './power-cut';
import { fullDisk } from './quota';
import { servePage } from './serve-page';
import { tornLog } from './torn';

const CASES: Record<string, Cases> = {
	'power-cuts': powerCuts,
	kills,
	torn: tornLog,
	quota: fullDisk,
	damage: damagedStore
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in CASES));
if (unknown.length) {
	console.error(`There is no ${unknown.join(', ')}: ${Object.keys(CASES).join(', ')}`);
	process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'quern-loss-'));
const site = await servePage(join(folder, 'page'));
let place: Place | undefined;
let passed = 0;
let failed = 0;

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => {
		failed++;
		void end();
	});
const why = noDisks();
for (const backend of BACKENDS) {
	place = new Place(backend, site.origin, folder);
	for (const [name, cases] of Object.entries(CASES)) {
		if (asked.length && !asked.includes(name)) continue;
		if (name === 'power-cuts' && why) {
			console.log(`  – ${backend.name}, power cuts are left out: ${why}`);
			continue;
		}
		try {
			for await (const { ok, line } of cases(place)) {
				if (ok) passed++;
				else failed++;
				console.log(`  ${ok ? '✓' : '✗'} ${backend.name}, ${line}`);
			}
		} catch (error) {
			failed++;
			console.error(`  ✗ ${backend.name}, ${name}:`, error);
			await place.end();
		}
	}
}
await end();

async function end(): Promise<never> {
	await place?.end();
	removeAll();
	await site.close();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exit(failed ? 1 : 0);
}
