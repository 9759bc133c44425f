import { deleteDB, openDB } from 'idb';
import type { Problem } from '$lib/result';
import type { migrate } from './migrate';
import { storageProblem } from './problems';
import { lay, NAME, VERSION, type Database, type Schema } from './schema';

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

	/** Deletes the database; the next use makes it anew. */
	async forget(): Promise<void> {
		await this.close();
		await deleteDB(NAME);
	}

	/** Migrations are loaded only where there is something to migrate, and outside of any transaction. */
	async #open(): Promise<Database> {
		if (typeof indexedDB === 'undefined') throw new DOMException('no IndexedDB', 'SecurityError');
		let old = false;
		let steps: typeof migrate | undefined;
		const request = (copied: boolean): Promise<Database> =>
			openDB<Schema>(NAME, VERSION, {
				upgrade(database, from, _to, transaction) {
					if (from === 0) return lay(database);
					transaction.done.catch(() => undefined);
					if (steps) steps(database, transaction, from, copied);
					else {
						old = true;
						transaction.abort();
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
		const database = await request(true).catch(async (error: unknown) => {
			if (!old) throw error;
			steps = (await import('./care')).migrate;
			// Where there is no room for a copy, the answers are worth more than the copy.
			return request(true).catch(() => request(false));
		});
		this.#listener(undefined);
		return database;
	}
}
