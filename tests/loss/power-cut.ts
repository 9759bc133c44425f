/**
 * Cuts the power while answers are being saved: the browser is frozen, the disk's content of that moment is
 * copied, and a browser is started on the copy. (kill -9 could not tell: the system still writes what a dead
 * program has left.) Needs root for the disks.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Disk } from './disk';
import type { Harness } from './page/main';
import type { Cases, Outcome, Place } from './place';

/** Runs in the page. */
declare function harness(): Harness;

/** Milliseconds from the first answer to the cut. */
const CUTS = [500, 900, 1400, 2000, 2700];

export const powerCuts: Cases = async function* (place) {
	for (const ms of CUTS) yield await cutPower(place, 'app', ms);
	// Were nothing lost here either, the harness would prove nothing. One cut may meet the moment right after the
	// browser has written everything out by itself; four hardly can.
	let relaxed = await cutPower(place, 'relaxed', 1400);
	for (const ms of [900, 2000, 2700])
		if (!relaxed.ok) relaxed = await cutPower(place, 'relaxed', ms);
	yield relaxed;
};

async function cutPower(place: Place, writer: 'app' | 'relaxed', ms: number): Promise<Outcome> {
	const before = Disk.make(place.folder);
	const { browser, page } = await place.open(join(before.path, 'profile'), writer);
	// Never ends of itself: the browser is killed under it.
	page.evaluate(() => harness().writeOn()).catch(() => undefined);
	await wait(ms);
	const acknowledged = await page.evaluate(() => harness().acknowledged);
	browser.freeze();
	const after = before.cut(place.folder);
	await browser.kill();
	before.remove();

	after.revive();
	const profile = join(after.path, 'profile');
	const isRight = place.isRight(profile);
	const again = await place.open(profile, writer);
	const there = new Set(await again.page.evaluate(() => harness().written()));
	await again.browser.kill();
	after.remove();
	const lost = Array.from({ length: acknowledged }, (_, n) => n).filter((n) => !there.has(n));
	const asExpected = writer === 'relaxed' ? lost.length > 0 : lost.length === 0;
	return {
		ok: asExpected && isRight && acknowledged > 0,
		line: `power cut ${ms} ms after the first answer${writer === 'app' ? '' : ', relaxed (must lose)'}: ${lost.length} of ${acknowledged} acknowledged answers lost${isRight ? '' : '; another backend'}`
	};
}
