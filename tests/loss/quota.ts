/** The device is full while answers are given: the reserve helps on, then it is said, and nothing is lost. */
import type { Harness } from './page/main';
import type { Cases } from './place';

/** Runs in the page. */
declare function harness(): Harness;

const ROOM = 200_000; // bytes that are left besides the reserve

export const fullDisk: Cases = async function* (place) {
	const profile = place.newProfile();
	const before = await place.open(profile);
	await before.page.evaluate(() => harness().record(0, 100));
	const hadReserve = await before.page.evaluate(() => harness().tend());
	await before.browser.close();
	// Chromium asks for the quota at the first write and remembers it for a while: set before.
	const { browser, page } = await place.open(profile);
	const session = await browser.context.newCDPSession(page);
	const { origin } = place;
	const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + ROOM });
	const full = await page.evaluate(() => harness().fill(100));
	const read = await page.evaluate(() => harness().look());
	const exported = (await page.evaluate(() => harness().archive())).attempts.length;
	yield {
		ok: hadReserve && !full.reserve && full.code === 'full' && full.saved > 100,
		line: `full while answering: said as “${full.code}” after ${full.saved - 100} answers, the reserve ${full.reserve ? 'still there' : 'let go before'}`
	};
	yield {
		ok: read.answers === full.saved && exported === full.saved && read.told === '',
		line: `full: ${full.saved - read.answers} of ${full.saved} acknowledged answers lost, ${exported} in the export`
	};
	await session.send('Storage.overrideQuotaForOrigin', { origin });
	await page.evaluate((from) => harness().record(from, from + 10), full.saved);
	const hasReserve = await page.evaluate(() => harness().tend());
	await browser.kill();
	const again = await place.open(profile);
	const { answers, told } = await again.page.evaluate(() => harness().look());
	await again.browser.kill();
	yield {
		ok: hasReserve && answers === full.saved + 10 && told === '' && place.isRight(profile),
		line: `room again: ${full.saved + 10 - answers} answers lost, the reserve ${hasReserve ? 'is back' : 'is not back'}`
	};
};
