/**
 * A fault of Chromium's LevelDB: a kill in the middle of a write leaves a piece of a record at the end of its
 * log; at the next start all before it is read, and new records are written behind the piece; at the start
 * after that the log counts as damaged, and Chromium deletes the whole database. No page can hinder it.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Harness } from './page/main';
import { databasesOf, type Cases } from './place';

/** Runs in the page. */
declare function harness(): Harness;

const ANSWERS = 300;
/** The log's format: https://github.com/google/leveldb/blob/main/doc/log_format.md */
const BLOCK = 32_768; // bytes
const HEADER = 7; // bytes: four of a sum, two of the length, one of the type
const FIRST = 2;
const MIDDLE = 3;
/** A header that announces a thousand bytes, none of which follow. */
const PIECE = Buffer.from([1, 2, 3, 4, 0xe8, 0x03, 1]);

/** Whether a log of a profile ends within a record; where there is none (SQLite), it does not. */
export function isTorn(profile: string): boolean {
	return logsOf(profile).some((path) => endsInside(readFileSync(path)));
}

function endsInside(log: Buffer): boolean {
	let at = 0;
	let type = 0;
	while (at < log.length) {
		const left = BLOCK - (at % BLOCK);
		if (left < HEADER) {
			at += left;
			continue;
		}
		if (at + HEADER > log.length) return true;
		type = log.readUInt8(at + 6);
		at += HEADER + log.readUInt16LE(at + 4);
		if (at > log.length) return true;
	}
	return type === FIRST || type === MIDDLE;
}

const logsOf = (profile: string): string[] =>
	existsSync(databasesOf(profile))
		? readdirSync(databasesOf(profile), { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.log'))
				.map((name) => join(databasesOf(profile), name))
		: [];

/** What comes of it: it is said, the copy outside of the database brings back what it has, and a backup all. */
export const tornLog: Cases = async function* (place) {
	if (place.backend.name !== 'LevelDB') return;
	const profile = place.newProfile();
	let { browser, page } = await place.open(profile);
	await page.evaluate((to) => harness().record(0, to), ANSWERS);
	await page.evaluate(() => harness().tend());
	await browser.close();
	const wasWhole = !isTorn(profile);
	for (const log of logsOf(profile)) appendFileSync(log, PIECE);
	const isSeen = isTorn(profile);

	({ browser, page } = await place.open(profile));
	const next = await page.evaluate(() => harness().look());
	await page.evaluate((from) => harness().record(from, from + 1), ANSWERS);
	const backup = await page.evaluate(() => harness().archive());
	await browser.close();

	({ browser, page } = await place.open(profile));
	const { answers, told } = await page.evaluate(() => harness().look());
	await page.evaluate(() => harness().recover());
	const copied = await page.evaluate(() => harness().look());
	await page.evaluate((archive) => harness().mend(archive), backup);
	const mended = await page.evaluate(() => harness().look());
	await browser.kill();
	yield {
		ok:
			wasWhole &&
			isSeen &&
			next.answers === ANSWERS &&
			next.told === '' &&
			(answers === ANSWERS + 1) === (told === '') &&
			copied.answers >= ANSWERS &&
			mended.answers === ANSWERS + 1 &&
			mended.told === '',
		line: `a write torn by a kill: at the next start ${ANSWERS - next.answers} of ${ANSWERS} answers gone; at the one after ${ANSWERS + 1 - answers} of ${ANSWERS + 1}, ${told ? 'which is said' : 'nothing said'}; from the copy ${copied.answers} are there, with the backup ${mended.answers}`
	};
};
