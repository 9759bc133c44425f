import * as z from 'zod/mini';
import { readSegments } from './log';
import { hasReserve } from './reserve';
import type { Database } from './schema';
import { snapshots, type Snapshot } from './snapshots';
import { spare } from './spare-file';
import { readTail } from './tail';
import { check, recordsIn, type Verdict } from './watch';

/** How the storage is, in numbers; the words are the page's. */
export interface Health {
	/** Answers of all learners. */
	answers: number;
	/** Of them, those not yet gathered into segments. */
	tail: number;
	segments: number;
	/** Of them, those that this version can't read. */
	unreadable: number;
	learners: number;
	decks: number;
	sittings: number;
	removals: number;
	/** The newest first. */
	snapshots: Snapshot[];
	/** Room held back for when the device is full. */
	reserve: boolean;
	/** The copy outside of the database; see `spare.ts`. */
	spare: { at: number; answers: number } | undefined;
	/** Whether all that was saved is there. */
	verdict: Verdict;
	lastBackup: Backup | undefined;
	/** Bytes, as the browser tells; `undefined` where it does not. */
	usage: number | undefined;
	quota: number | undefined;
	/** Whether the browser has promised to keep it all. */
	persisted: boolean | undefined;
}

const Backup = z.object({
	/** Milliseconds since 1970, UTC. */
	at: z.number(),
	/** Answers in it. */
	answers: z.int()
});
export type Backup = z.infer<typeof Backup>;

/** Name of the note that tells of the last backup. */
const BACKUP = 'backup';

export async function health(database: Database): Promise<Health> {
	const transaction = database.transaction(['attempts', 'segments']);
	const [tail, keys] = await Promise.all([
		transaction.objectStore('attempts').getAll(),
		transaction.objectStore('segments').getAllKeys()
	]);
	let unreadable = readTail(tail).filter((attempt) => !attempt).length;
	for (const key of keys) {
		const stored = await database.get('segments', key).catch(() => undefined);
		unreadable += readSegments([key], [stored]).unreadable;
	}
	const [learners, decks, sittings, removals] = await Promise.all(
		(['learners', 'decks', 'sittings', 'removals'] as const).map((name) => database.count(name))
	);
	// Firefox may ask the person for `persist`, never for these; WebKitGTK has neither.
	const [estimate, persisted] = await Promise.all([
		navigator.storage?.estimate?.(),
		navigator.storage?.persisted?.()
	]);
	return {
		answers: tail.length + recordsIn(keys),
		tail: tail.length,
		segments: keys.length,
		unreadable,
		learners: learners ?? 0,
		decks: decks ?? 0,
		sittings: sittings ?? 0,
		removals: removals ?? 0,
		snapshots: await snapshots(database),
		reserve: await hasReserve(database),
		spare: await spare(),
		verdict: await check(database),
		lastBackup: await lastBackup(database),
		usage: estimate?.usage,
		quota: estimate?.quota,
		persisted
	};
}

/** Takes note of a backup, wherever it went. */
export const backedUp = async (database: Database, backup: Backup): Promise<void> =>
	void (await database.put('notes', backup, BACKUP));

export const lastBackup = async (database: Database): Promise<Backup | undefined> =>
	Backup.safeParse(await database.get('notes', BACKUP)).data;
