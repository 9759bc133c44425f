/**
 * `npm run test:engines`: the main journeys in Chromium, Firefox ESR and WebKitGTK, as far as they are
 * installed. `npm run test:engines -- webkit` takes those named.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppServer } from '../harness/app-server';
import { Build } from '../harness/build';
import { chromium } from './chromium';
import { Driver, type Engine, type Journey } from './driver';
import { firefox } from './firefox';
import { grinding } from './grinding';
import { journey } from '../journey';
import { smoke } from './smoke';
import { webkit } from './webkit';

const ENGINES: Record<string, Engine> = { chromium, firefox, webkit };
const JOURNEYS: Record<string, Journey> = { smoke, journey, grinding };

const OUT = 'dist-engines';
const PORT = Number(process.env.ENGINES_PORT ?? 4660);

const asked = process.argv.slice(2);
const built = spawnSync('vite', ['build', '--logLevel', 'error'], {
	env: { ...process.env, OUT_DIR: OUT },
	stdio: ['ignore', 'ignore', 'inherit']
});
let passed = 0;
let failed = built.status === 0 ? 0 : 1;

if (!failed) {
	for (const [key, engine] of Object.entries(ENGINES)) {
		if (asked.length && !asked.includes(key)) continue;
		const missing = engine.missing();
		if (missing) {
			console.log(`\n${engine.name} is not installed, so it is left out. To have it: ${missing}`);
			continue;
		}
		for (const [name, journey] of Object.entries(JOURNEYS)) await travel(engine, name, journey);
	}
}

if (!passed && !failed) failed = 1;
console.log(`\n${passed} passed, ${failed} failed`);
// A browser that hangs must not keep this from ending.
process.exit(failed ? 1 : 0);

async function travel(engine: Engine, name: string, journey: Journey): Promise<void> {
	console.log(`\n${engine.name}: ${name}`);
	const profile = await mkdtemp(join(tmpdir(), 'quern-engine-'));
	const driver = new Driver(engine, profile, new AppServer(PORT), new Build(OUT));
	const step = async (title: string, action: () => Promise<void>) => {
		const begin = Date.now();
		await action();
		passed++;
		console.log(`  ✓ ${title} (${Date.now() - begin} ms)`);
		current = 'between steps';
	};
	let current = 'the start';
	try {
		await driver.startServer();
		await driver.restart();
		await journey(driver, (title, action) => {
			current = title;
			return step(title, action);
		});
	} catch (error) {
		failed++;
		console.log(`  ✗ ${current}: ${error instanceof Error ? error.message : String(error)}`);
	} finally {
		await driver.end();
		await rm(profile, { recursive: true, maxRetries: 10, retryDelay: 200 });
	}
}
