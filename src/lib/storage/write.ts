import type { IDBPTransaction } from 'idb';
import type { Database, Schema, Stores } from './schema';

export type Transaction = IDBPTransaction<Schema, Stores[], 'readwrite'>;
/** Awaits nothing but what the transaction gives, or it would end in the middle. */
export type Writer<T> = (transaction: Transaction) => Promise<T>;

/** Where the room is kept that is let go when there is no other. */
export const RESERVE = 1;
export const RESERVE_FILE = 'quern-reserve';

/**
 * One strict transaction: all of it or nothing. Where there is no room, the reserve is let go, and it is tried
 * once more.
 */
export async function write<T>(
	database: Database,
	stores: Stores[],
	writer: Writer<T>
): Promise<T> {
	try {
		return await once(database, stores, writer);
	} catch (error) {
		const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
		if (!isFull || !(await letGo(database))) throw error;
		return once(database, stores, writer);
	}
}

/** @returns whether there was something to let go */
async function letGo(database: Database): Promise<boolean> {
	const kept = await database.count('reserve');
	if (kept) await database.delete('reserve', RESERVE);
	try {
		await (await navigator.storage.getDirectory()).removeEntry(RESERVE_FILE);
		return true;
	} catch {
		return kept > 0; // no such file, or no files here
	}
}

async function once<T>(database: Database, stores: Stores[], writer: Writer<T>): Promise<T> {
	const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
	transaction.done.catch(() => undefined);
	try {
		const result = await writer(transaction);
		await transaction.done;
		return result;
	} catch (error) {
		abort(transaction);
		// The request's error only says "aborted" where the quota was met: the transaction knows why.
		throw transaction.error ?? error;
	}
}

/** Takes back what the transaction did, unless it is over already. */
function abort(transaction: Transaction): void {
	try {
		if (!transaction.error) transaction.abort();
	} catch {
		return; // it had ended
	}
}
