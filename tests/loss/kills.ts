/** Kills the browser at random moments: while answers are given, and in the middle of what changes a whole log. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { ActName } from './page/acts';
import type { Harness } from './page/main';
import type { Cases, Outcome, Place } from './place';
import { isTorn } from './torn';

/** Runs in the page. */
declare function harness(): Harness;

const ANSWERING = 10;
const IN_THE_MIDDLE = 5;

export const kills: Cases = async function* (place) {
	yield await whileAnswering(place, 'app', ANSWERING);
	// Were nothing lost here either, the harness would prove nothing.
	yield await whileAnswering(place, 'hasty', 1);
	for (const act of ['migration', 'compaction', 'restore'] as const)
		yield await inTheMiddle(place, act, IN_THE_MIDDLE);
	yield await inTheMiddle(place, 'torn', 1);
};

/**
 * One profile, killed again and again; what was ever acknowledged has to be there each time. Where a kill has
 * torn Chromium's own log, what was acknowledged has to be there once more, and a new profile takes over.
 */
async function whileAnswering(
	place: Place,
	writer: 'app' | 'hasty',
	times: number
): Promise<Outcome> {
	let profile = place.newProfile();
	let [acknowledged, earlier] = [0, 0];
	let [lost, idle, torn] = [0, 0, 0];
	let isRight = true;
	let opened = await place.open(profile, writer);
	for (let kill = 0; kill < times; kill++) {
		const before = acknowledged;
		opened.page.on('console', (message) => {
			acknowledged = Math.max(acknowledged, Number(message.text()));
		});
		opened.page.evaluate(() => harness().writeOn()).catch(() => undefined);
		while (acknowledged === before) await wait(5);
		await wait(Math.random() * 400);
		await opened.browser.kill();
		if (acknowledged === before) idle++;
		const isLast = isTorn(profile);
		opened = await place.open(profile, writer);
		const written = await opened.page.evaluate(() => harness().written());
		const there = new Set(written);
		lost += Array.from({ length: acknowledged }, (_, n) => n).filter((n) => !there.has(n)).length;
		lost += written.length - there.size; // twice there is as bad
		isRight &&= place.isRight(profile);
		if (!isLast) continue;
		torn++;
		[earlier, acknowledged] = [earlier + acknowledged, 0];
		await opened.browser.kill();
		profile = place.newProfile();
		opened = await place.open(profile, writer);
	}
	await opened.browser.kill();
	const asExpected = writer === 'app' ? lost === 0 : lost > 0;
	return {
		ok: asExpected && idle === 0 && isRight,
		line: `${times} ${times === 1 ? 'kill' : 'kills'} while answering${writer === 'app' ? '' : ', hasty (must lose)'}: ${lost} of ${earlier + acknowledged} acknowledged answers lost${tornOnes(torn)}`
	};
}

const tornOnes = (torn: number): string => (torn ? `; ${torn} tore the browser’s own log` : '');

/** Kills that come too late don't count; there are so many tries for each that does. */
const TRIES = 10;

async function inTheMiddle(place: Place, act: ActName, wanted: number): Promise<Outcome> {
	let profile = place.newProfile();
	let { browser, page } = await place.open(profile);
	// Once to its end: how long it takes, and that it does what it should.
	await page.evaluate((name) => harness().prepare(name), act);
	const first = listen(page);
	const running = page.evaluate((name) => harness().run(name), act);
	await first.begun;
	const began = performance.now();
	await running;
	const duration = performance.now() - began;
	const whole = await page.evaluate((name) => harness().found(name), act);
	const seen = { before: 0, after: 0, torn: 0 };
	let [hits, lost, wrong, torn] = [0, 0, 0, 0];
	let isRight = place.isRight(profile);
	if (act !== 'torn' && (whole.state !== 'after' || whole.missing)) wrong++;
	for (let kill = 0; hits < wanted && kill < wanted * TRIES; kill++) {
		await page.evaluate((name) => harness().prepare(name), act);
		const said = listen(page);
		page.evaluate((name) => harness().run(name), act).catch(() => undefined);
		await said.begun;
		await wait(act === 'torn' ? 500 : Math.random() * 0.6 * duration);
		const isHit = !said.isDone();
		await browser.kill();
		const isLast = isTorn(profile);
		({ browser, page } = await place.open(profile));
		const { state, missing } = await page.evaluate((name) => harness().found(name), act);
		if (isHit) hits++;
		seen[state]++;
		lost += missing;
		isRight &&= place.isRight(profile);
		if (!isLast) continue;
		torn++;
		await browser.kill();
		profile = place.newProfile();
		({ browser, page } = await place.open(profile));
	}
	await browser.kill();
	const asExpected = act === 'torn' ? lost > 0 : lost === 0 && seen.torn === 0 && wrong === 0;
	return {
		ok: asExpected && hits === wanted && isRight,
		line: `${hits} ${hits === 1 ? 'kill' : 'kills'} in the middle of a ${act === 'torn' ? 'compaction in two steps (must lose)' : act} of ${Math.round(duration)} ms: ${lost} answers lost; ${seen.before} times as before, ${seen.after} as after, ${seen.torn} in between${tornOnes(torn)}`
	};
}

function listen(page: Page): { begun: Promise<void>; isDone: () => boolean } {
	let isDone = false;
	const begun = new Promise<void>((resolve) => {
		page.on('console', (message) => {
			if (message.text() === 'begun') resolve();
			if (message.text() === 'done') isDone = true;
		});
	});
	return { begun, isDone: () => isDone };
}
