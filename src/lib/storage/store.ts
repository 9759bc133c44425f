import type { Deck } from '$lib/facts/deck';
import { Attempt, fromVersion1 } from '$lib/memory/attempt';
import { fold, Sitting } from '$lib/quiz/sitting';
import { Connection, type Database } from './database';

export interface Read<T> {
	values: T[];
	/** Records that this version can't read. They stay where they are. */
	unreadable: number;
}

type Parser<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

function parseAll<T>(parser: Parser<T>, records: readonly unknown[]): Read<T> {
	const values: T[] = [];
	for (const record of records) {
		const parsed = parser.safeParse(record);
		if (parsed.success) values.push(parsed.data);
	}
	return { values, unreadable: records.length - values.length };
}

/**
 * What is kept on the device. Every write is strict: its promise settles only after the browser has
 * handed the transaction to the disk, so that what was shown as saved survives a power cut.
 */
export class Store {
	readonly #connection: Connection;

	constructor(connection = new Connection()) {
		this.#connection = connection;
	}

	/** See `Connection.listen`. */
	listen(listener: Parameters<Connection['listen']>[0]): void {
		this.#connection.listen(listener);
	}

	/** Lets the storage go; the next call opens it again. */
	close(): Promise<void> {
		return this.#connection.close();
	}

	async #write(
		stores: ('attempts' | 'sittings' | 'decks')[],
		writes: readonly Write[]
	): Promise<void> {
		const transaction = begin(await this.#connection.get(), stores);
		const requests: Promise<unknown>[] = [];
		try {
			for (const write of writes) requests.push(write(transaction));
			await Promise.all([...requests, transaction.done]);
		} catch (error) {
			// Those before the one that threw fail with the transaction, and nobody waits for them any more.
			for (const request of requests) request.catch(() => undefined);
			// A value that can't be stored throws before the transaction knows: what came before it must go too.
			if (!transaction.error) abort(transaction);
			// The request's error only says "aborted" where the quota was met: the transaction knows why.
			throw transaction.error ?? error;
		}
	}

	/** A sitting as it stands now, with the attempts that its newest answer made: both or neither. */
	record(sitting: Sitting, attempts: readonly Attempt[] = []): Promise<void> {
		return this.#write(
			['attempts', 'sittings'],
			[
				...attempts.map(
					(attempt): Write =>
						(transaction) =>
							transaction.objectStore('attempts').add(attempt)
				),
				(transaction) =>
					transaction
						.objectStore('sittings')
						.put({ sitting, ...(fold(sitting).finished ? {} : { open: 1 }) }, sitting.id)
			]
		);
	}

	/** The log of answers in the order they were given. */
	async attempts(): Promise<Read<Attempt>> {
		let newest = 0;
		const records = await (await this.#connection.get()).getAll('attempts');
		return parseAll(
			Attempt,
			records.map((record) => {
				const attempt = fromVersion1(record, newest);
				newest = (attempt as Attempt).order ?? newest;
				return attempt;
			})
		);
	}

	/** Sittings that were begun and not finished. */
	async openSittings(): Promise<Read<Sitting>> {
		const records = await (await this.#connection.get()).getAllFromIndex('sittings', 'open');
		return parseAll(
			Sitting,
			records.map((record) => record.sitting)
		);
	}

	async sitting(id: string): Promise<Sitting | undefined> {
		const record = await (await this.#connection.get()).get('sittings', id);
		const parsed = Sitting.safeParse(record?.sitting);
		return parsed.success ? parsed.data : undefined;
	}

	async saveDeck(deck: Deck): Promise<void> {
		const { fileOf } = await deckFormat();
		const file = fileOf(deck);
		return this.#write(
			['decks'],
			[(transaction) => transaction.objectStore('decks').put(file, deck.slug)]
		);
	}

	async deck(slug: string): Promise<Deck | undefined> {
		const file = await (await this.#connection.get()).get('decks', slug);
		if (file === undefined) return undefined;
		const read = (await deckFormat()).readDeck(file);
		return read.ok ? read.value : undefined;
	}

	async decks(): Promise<Read<Deck>> {
		const files = await (await this.#connection.get()).getAll('decks');
		if (files.length === 0) return { values: [], unreadable: 0 };
		const { readDeck } = await deckFormat();
		const values = files.flatMap((file) => {
			const read = readDeck(file);
			return read.ok ? [read.value] : [];
		});
		return { values, unreadable: files.length - values.length };
	}
}

/** Loaded at need: most devices have no decks of their own, and every page opens the store. */
const deckFormat = () => import('$lib/formats/deck');

/** Takes back what the transaction did, unless it is over already. */
function abort(transaction: ReturnType<typeof begin>): void {
	transaction.done.catch(() => undefined);
	try {
		transaction.abort();
	} catch {
		return; // it had ended
	}
}

type Write = (transaction: ReturnType<typeof begin>) => Promise<unknown>;

const begin = (database: Database, stores: ('attempts' | 'sittings' | 'decks')[]) =>
	database.transaction(stores, 'readwrite', { durability: 'strict' });
