import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

export const NAME = 'quern';
export const VERSION = 2;

/** Values are read as unknown and parsed: what a past version or a damaged disk left is no trusted shape. */
export interface Schema extends DBSchema {
	/** Newest answers of all learners, in the order they were given; the key only counts up, for ever. */
	attempts: { key: number; value: unknown };
	/** Older answers in columns. The key holds how many records went in, so that counting reads no values. */
	segments: { key: SegmentKey; value: unknown };
	/** By learner: what they remember of all that is in segments. Can be made anew at any time. */
	cards: { key: string; value: unknown };
	/** By id. Those not finished are found by one index, finished ones in their order by the other. */
	sittings: {
		key: string;
		value: { sitting: unknown; learner: string; open?: 1; done?: number };
		indexes: { open: number; done: number };
	};
	/** Decks that were brought along, as deck files, by slug. */
	decks: { key: string; value: { file: unknown; broughtAt: number } };
	/** What was deleted on purpose, by id. */
	removals: { key: string; value: unknown };
	learners: { key: string; value: unknown };
	/** Raw copies from before a migration or a restore: part 0 tells what it is. */
	snapshots: { key: [at: number, part: number]; value: unknown };
	/** Room that can be let go when there is no other. */
	reserve: { key: number; value: Uint8Array };
	/** Small things to know again at the next visit, such as when the last backup was. */
	notes: { key: string; value: unknown };
}
export type SegmentKey = [learner: string, number: number, records: number];
export type Stores = StoreNames<Schema>;
export type Database = IDBPDatabase<Schema>;
export type Upgrade = IDBPTransaction<Schema, Stores[], 'versionchange'>;

/** The stores of an empty device. `migrate.ts` brings older ones to the same. */
export function lay(database: Database): void {
	database.createObjectStore('attempts', { autoIncrement: true });
	const sittings = database.createObjectStore('sittings');
	for (const name of ['open', 'done'] as const) sittings.createIndex(name, name);
	for (const name of PLAIN) database.createObjectStore(name);
}

const PLAIN = [
	'segments',
	'cards',
	'decks',
	'removals',
	'learners',
	'snapshots',
	'reserve',
	'notes'
] as const;

/** All segments of a learner. */
export const segmentsOf = (learner: string): IDBKeyRange =>
	IDBKeyRange.bound([learner], [learner, []]);
