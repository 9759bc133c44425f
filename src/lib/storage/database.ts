import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { storageProblem } from './problems';
import type { Problem } from '$lib/result';

export const NAME = 'quern';
export const VERSION = 1;

/** Values are read as unknown and parsed: what a past version or a damaged disk left is no trusted shape. */
export interface Schema extends DBSchema {
	/** The log of answers, in the order they were given; the key only counts up. */
	attempts: { key: number; value: unknown };
	/** Sittings by their id; those not finished are found by the index, however many there have been. */
	sittings: { key: string; value: { sitting: unknown; open?: 1 }; indexes: { open: number } };
	/** Decks that were brought along, as deck files, by slug. */
	decks: { key: string; value: unknown };
}
export type Database = IDBPDatabase<Schema>;

type Listener = (problem: Problem | undefined) => void;

/**
 * The one connection of a page. It gives way when another tab wants to upgrade, reopens after the browser
 * has closed it, and stays out of the back/forward cache. Opened at first use.
 */
export class Connection {
	#opening: Promise<Database> | undefined;
	#listener: Listener = () => {};

	/** Hears of trouble that no call asked about (`undefined`: it is over). */
	listen(listener: Listener): void {
		this.#listener = listener;
	}

	/** Rejects with the browser's error where storage is blocked or newer; see `toProblem`. */
	get(): Promise<Database> {
		this.#opening ??= this.#open().catch((error: unknown) => {
			this.#opening = undefined;
			throw error;
		});
		return this.#opening;
	}

	/** Lets go; the next use opens anew. */
	async close(): Promise<void> {
		const opening = this.#opening;
		this.#opening = undefined;
		(await opening?.catch(() => undefined))?.close();
	}

	async #open(): Promise<Database> {
		if (typeof indexedDB === 'undefined') throw new DOMException('no IndexedDB', 'SecurityError');
		const database = await openDB<Schema>(NAME, VERSION, {
			upgrade(db, from) {
				if (from < 1) {
					db.createObjectStore('attempts', { autoIncrement: true });
					db.createObjectStore('sittings').createIndex('open', 'open');
					db.createObjectStore('decks');
				}
			},
			blocked: () => this.#listener(storageProblem('other-tab')),
			blocking: () => {
				void this.close();
				this.#listener(storageProblem('newer'));
			},
			terminated: () => {
				this.#opening = undefined;
				this.#listener(storageProblem('gone'));
			}
		});
		this.#listener(undefined);
		return database;
	}
}
