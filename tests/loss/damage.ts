/** The files under the database are damaged: what is gone is said, never passed over, and the copy outside of the database mends it, or a backup. */
import {
	cpSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { Harness } from './page/main';
import { databasesOf, type Cases } from './place';

/** Runs in the page. */
declare function harness(): Harness;

const ANSWERS = 2000;

const DAMAGES: Record<string, (file: string) => void> = {
	'cut to a half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
	'its beginning zeroed': (file) => overwrite(file, 0, Buffer.alloc(4096)),
	'its middle overwritten': (file) =>
		overwrite(file, Math.floor(statSync(file).size / 3), Buffer.alloc(16_384, 0xa5)),
	deleted: (file) => rmSync(file)
};

function overwrite(file: string, at: number, bytes: Buffer): void {
	const content = readFileSync(file);
	bytes.copy(content, at);
	writeFileSync(file, content);
}

export const damagedStore: Cases = async function* (place) {
	const profile = place.newProfile();
	const { browser, page } = await place.open(profile);
	for (let n = 0; n < ANSWERS; n += 100)
		await page.evaluate((from) => harness().record(from, from + 100), n);
	const backup = await page.evaluate(() => harness().archive());
	await page.evaluate(() => harness().tend());
	await browser.close();
	let silent = 0;
	for (const [name, damage] of Object.entries(DAMAGES)) {
		const copy = place.newProfile();
		cpSync(profile, copy, { recursive: true });
		for (const file of dataFiles(copy)) damage(file);
		const opened = await place.open(copy);
		const { answers, told } = await opened.page.evaluate(() => harness().look());
		await opened.page.evaluate(() => harness().recover());
		const copied = await opened.page.evaluate(() => harness().look());
		await opened.page.evaluate((archive) => harness().mend(archive), backup);
		const mended = await opened.page.evaluate(() => harness().look());
		await opened.browser.kill();
		if (answers === ANSWERS) silent++;
		yield {
			ok:
				(answers === ANSWERS) === (told === '') &&
				copied.answers === ANSWERS &&
				mended.answers === ANSWERS &&
				!mended.told,
			line: `damaged, ${name}: ${ANSWERS - answers} of ${ANSWERS} answers gone, ${told ? 'which is said' : 'nothing said'}; from the copy ${copied.answers} are there, with the backup ${mended.answers}`
		};
	}
	yield {
		ok: silent < Object.keys(DAMAGES).length && place.isRight(profile),
		line: `${Object.keys(DAMAGES).length - silent} of ${Object.keys(DAMAGES).length} damages cost answers`
	};
};

/** The files that hold the records; what describes them is left whole. */
const dataFiles = (profile: string): string[] =>
	readdirSync(databasesOf(profile), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(?:log|ldb|blob)$|^[^.]*$|\.sqlite$|\.db$/.test(name))
		.map((name) => join(databasesOf(profile), name))
		.filter((path) => statSync(path).isFile() && statSync(path).size > 0)
		.filter((path) => !/(?:CURRENT|LOCK|MANIFEST-\d+|LOG)$/.test(path));
