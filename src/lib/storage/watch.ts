/** Whether all that was saved is still there, by the marks outside of the database. */
import type { Database, SegmentKey } from './schema';
import { readMark, writeMark, type Mark } from './sentinel';
import type { Transaction } from './write';

const FILE = 'quern-log.json';

export interface Verdict {
	/** `unknown`: there was nothing to compare with; from now on there is. */
	state: 'fine' | 'short' | 'empty' | 'unknown';
	/** Answers that were saved and are not there, at the least. */
	missing: number;
}

export async function check(database: Database): Promise<Verdict> {
	const mark = newer(readMark(), await readCopy());
	const now = await counted(database, mark?.last);
	if (!mark) {
		writeMark(now);
		return { state: now.records ? 'unknown' : 'fine', missing: 0 };
	}
	// What was deleted on purpose since then is not missing.
	const missing = mark.records - Math.max(0, now.gone - (mark.gone ?? 0)) - now.records;
	if (missing > 0) return { state: now.records ? 'short' : 'empty', missing };
	// Another log in its place, with as many answers.
	if (now.marked !== undefined && now.marked !== mark.head) return { state: 'short', missing: 1 };
	// After a compaction the tail no longer tells how far the keys have come.
	const newest = now.last < mark.last ? { last: mark.last, head: mark.head } : {};
	if (missing < 0 || now.gone !== mark.gone || !readMark())
		writeMark({ ...now, ...newest }, mark.turn);
	return { state: 'fine', missing: 0 };
}

/** From now on what is there is all that there should be: once somebody knows what is missing. */
export async function acknowledge(database: Database): Promise<void> {
	const mark = newer(readMark(), await readCopy());
	writeMark(await counted(database), mark?.turn);
	await keepCopy();
}

/** Name of the note that counts the records that were ever deleted on purpose. */
const GONE = 'gone';

/** So many records are deleted on purpose, in this transaction. */
export async function countGone(transaction: Transaction, records: number): Promise<void> {
	const notes = transaction.objectStore('notes');
	if (records > 0) await notes.put(Number((await notes.get(GONE)) ?? 0) + records, GONE);
}

/** What a mark would say now; `marked`: id of the record that the last mark was about, if it is in the tail. */
async function counted(
	database: Database,
	key?: number
): Promise<Required<Omit<Mark, 'turn'>> & { marked: string | undefined }> {
	const transaction = database.transaction(['attempts', 'segments', 'notes']);
	const attempts = transaction.objectStore('attempts');
	const [tail, segments, gone, newest, marked] = await Promise.all([
		attempts.count(),
		transaction.objectStore('segments').getAllKeys(),
		transaction.objectStore('notes').get(GONE),
		attempts.openCursor(null, 'prev'),
		key === undefined ? undefined : attempts.get(key)
	]);
	return {
		records: tail + recordsIn(segments),
		last: newest?.key ?? 0,
		head: idOf(newest?.value) ?? '',
		gone: Number(gone ?? 0),
		marked: idOf(marked)
	};
}

function idOf(record: unknown): string | undefined {
	const id = (record as { id?: unknown } | undefined)?.id;
	return typeof id === 'string' ? id : undefined;
}

export const recordsIn = (keys: readonly SegmentKey[]): number =>
	keys.reduce((sum, [, , records]) => sum + records, 0);

const newer = (a: Mark | undefined, b: Mark | undefined): Mark | undefined =>
	!a || (b && b.turn > a.turn) ? b : a;

/** A second mark in the origin's file system, where there is one: localStorage may be lost by itself. */
export async function keepCopy(): Promise<void> {
	const mark = readMark();
	if (!mark) return;
	try {
		const folder = await navigator.storage.getDirectory();
		const file = await (await folder.getFileHandle(FILE, { create: true })).createWritable();
		await file.write(JSON.stringify(mark));
		await file.close();
	} catch {
		return; // there is none in private windows, and in some browsers none at all: one mark is enough
	}
}

async function readCopy(): Promise<Mark | undefined> {
	try {
		const folder = await navigator.storage.getDirectory();
		const file = await (await folder.getFileHandle(FILE)).getFile();
		return JSON.parse(await file.text()) as Mark;
	} catch {
		return undefined; // never written, or not allowed
	}
}
