/** Whether all that was saved is still there, by the marks outside of the database. */
import type { Database, SegmentKey } from './schema';
import { readMark, writeMark, type Mark } from './sentinel';

const FILE = 'quern-log.json';

export interface Verdict {
	/** `unknown`: there was nothing to compare with; from now on there is. */
	state: 'fine' | 'short' | 'empty' | 'unknown';
	/** Answers that were saved and are not there, at the least. */
	missing: number;
}

export async function check(database: Database): Promise<Verdict> {
	const mark = newer(readMark(), await readCopy());
	const { records, last, head } = await counted(database, mark?.last);
	if (!mark) {
		writeMark({ records, last, head: head ?? '' });
		return { state: records ? 'unknown' : 'fine', missing: 0 };
	}
	const missing = mark.records - records;
	if (missing > 0) return { state: records ? 'short' : 'empty', missing };
	// Another log in its place, with as many answers.
	if (head !== undefined && head !== mark.head) return { state: 'short', missing: 1 };
	if (missing < 0 || !readMark())
		writeMark({ records, last: Math.max(last, mark.last), head: mark.head }, mark.turn);
	return { state: 'fine', missing: 0 };
}

/** From now on what is there is all that there should be: once somebody knows what is missing. */
export async function acknowledge(database: Database): Promise<void> {
	const mark = newer(readMark(), await readCopy());
	const { records, last, head } = await counted(database);
	writeMark({ records, last, head: head ?? '' }, mark?.turn);
	await keepCopy();
}

/** So many records are deleted on purpose. */
export function lower(records: number): void {
	const mark = readMark();
	if (mark && records > 0) writeMark({ ...mark, records: Math.max(0, mark.records - records) });
}

interface Counted {
	records: number;
	/** Greatest key in the tail; 0 where it is empty. */
	last: number;
	/** Id of the record with the key that was asked for, or of the last; `undefined` where it is not in the tail. */
	head: string | undefined;
}

async function counted(database: Database, key?: number): Promise<Counted> {
	const transaction = database.transaction(['attempts', 'segments']);
	const attempts = transaction.objectStore('attempts');
	const [tail, segments, cursor] = await Promise.all([
		attempts.count(),
		transaction.objectStore('segments').getAllKeys(),
		attempts.openKeyCursor(null, 'prev')
	]);
	const last = cursor?.key ?? 0;
	const record = (await attempts.get(key ?? last)) as { id?: unknown } | undefined;
	const head = typeof record?.id === 'string' ? record.id : undefined;
	return { records: tail + recordsIn(segments), last, head };
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
