/** Raw copies of what is kept, from before a migration or a restore. The newest three stay. */
import type { IDBPTransaction } from 'idb';
import type { Database, Schema, Stores, Upgrade } from './schema';
import { write } from './write';

const KEPT = 3;
const CHUNK = 500; // records

export interface Snapshot {
	/** Milliseconds since 1970, UTC; tells one from the other. */
	at: number;
	why: string;
	/** About how much room it takes. */
	bytes: number;
}

/** Records of one store, as they were. */
export interface Part {
	store: Stores;
	keys: IDBValidKey[];
	values: unknown[];
}

export type Writing = IDBPTransaction<Schema, Stores[], 'readwrite'> | Upgrade;

/** Copies stores as they are at this point of the transaction, and lets the oldest copies go. */
export async function copyInto(
	transaction: Writing,
	stores: readonly Stores[],
	why: string
): Promise<void> {
	const snapshots = (transaction as Upgrade).objectStore('snapshots');
	const known = (await snapshots.getAllKeys()).filter(([, part]) => part === 0);
	const at = Math.max(Date.now(), (known.at(-1)?.[0] ?? 0) + 1);
	let parts = 0;
	let bytes = 0;
	for (const store of stores)
		for await (const part of partsOf(transaction, store)) {
			bytes += sizeOf(part);
			await snapshots.put(part, [at, ++parts]);
		}
	await snapshots.put({ at, why, bytes } satisfies Snapshot, [at, 0]);
	const oldest = known.at(-KEPT);
	if (oldest) await snapshots.delete(IDBKeyRange.upperBound([oldest[0], Infinity]));
}

async function* partsOf(transaction: Writing, store: Stores): AsyncGenerator<Part> {
	const source = (transaction as Upgrade).objectStore(store);
	let range: IDBKeyRange | null = null;
	for (;;) {
		const [keys, values]: [IDBValidKey[], unknown[]] = await Promise.all([
			source.getAllKeys(range, CHUNK),
			source.getAll(range, CHUNK)
		]);
		if (!keys.length) return;
		yield { store, keys, values };
		range = IDBKeyRange.lowerBound(keys.at(-1), true);
	}
}

/** About as many bytes as the browser will need. */
function sizeOf(value: unknown): number {
	if (typeof value === 'string') return value.length;
	if (typeof value !== 'object' || value === null) return 8;
	if (ArrayBuffer.isView(value)) return value.byteLength;
	let sum = 8;
	for (const [key, inner] of value instanceof Map ? value : Object.entries(value))
		sum += (typeof key === 'string' ? key.length : sizeOf(key)) + sizeOf(inner);
	return sum;
}

/** The newest first. */
export async function snapshots(database: Database): Promise<Snapshot[]> {
	const keys = (await database.getAllKeys('snapshots')).filter(([, part]) => part === 0);
	const heads = await Promise.all(keys.map((key) => database.get('snapshots', key)));
	return (heads as Snapshot[]).toReversed();
}

/** All that would be lost with the database; what can be made anew is left out. */
export const COPIED: Stores[] = [
	'attempts',
	'segments',
	'sittings',
	'decks',
	'removals',
	'learners',
	'notes'
];

export const snapshot = (database: Database, why: string): Promise<void> =>
	write(database, [...COPIED, 'snapshots'], (transaction) => copyInto(transaction, COPIED, why));
