/** What the tests of the store share. */
import { deleteDB, openDB } from 'idb';
import type { Attempt } from '$lib/memory/attempt';
import type { Question } from '$lib/questions/question';
import type { Sitting, SittingEvent } from '$lib/quiz/sitting';
import type { Connection } from '$lib/storage/database';
import { NAME } from '$lib/storage/schema';
import { Store } from '$lib/storage/store';

export const question: Question = {
	id: 'q',
	factId: 'f',
	factIds: ['f'],
	kind: 'text',
	stem: 'Which?',
	key: 'yes',
	variants: [],
	others: [],
	options: [],
	items: [],
	evidence: [{ start: 0, end: 1, quote: 'x' }],
	explanation: '',
	difficulty: 0.5
};

export const sitting = (id: string, events: SittingEvent[] = []): Sitting => ({
	version: 1,
	id,
	where: 'quiz',
	link: 'seed=a',
	title: 'T',
	startedAt: 1,
	items: [{ deck: 'd', question }],
	events
});

export const attempt = (n: number, more: Partial<Attempt> = {}): Attempt => ({
	version: 2,
	id: `s:${n}`,
	learner: 'me',
	deck: 'd',
	fact: `f${n % 7}`,
	question: 'q',
	kind: 'text',
	given: 'yes',
	right: n % 3 > 0,
	ms: 1000 + n,
	at: n * 3_600_000,
	offset: 0,
	order: n * 3_600_000,
	where: 'quiz',
	sitting: 's',
	...more
});

export const attempts = (from: number, to: number, more: Partial<Attempt> = {}): Attempt[] =>
	Array.from({ length: to - from }, (_, n) => attempt(from + n, more));

const stores: Store[] = [];

/** A store as another page would have it. */
export function open(connection?: Connection): Store {
	const store = new Store(connection);
	stores.push(store);
	return store;
}

/** As on a device that has never seen the app. */
export async function forget(): Promise<void> {
	await Promise.all(stores.splice(0).map((store) => store.close()));
	await deleteDB(NAME);
	localStorage.clear();
	const files = await navigator.storage.getDirectory();
	for (const name of ['quern-log.json', 'quern-reserve', 'quern-copy.quern-backup'])
		await files.removeEntry(name).catch(() => undefined);
}

/** A database as an older version left it: `tests/fixtures/database-v*.json`. */
export interface OldDatabase {
	version: number;
	stores: Record<
		string,
		{
			options: IDBObjectStoreParameters;
			indexes: string[];
			records: (number | string | object)[][];
		}
	>;
}

export async function layDown({ version, stores }: OldDatabase): Promise<void> {
	const database = await openDB(NAME, version, {
		upgrade(raw) {
			for (const [name, { options, indexes, records }] of Object.entries(stores)) {
				const store = raw.createObjectStore(name, options);
				for (const index of indexes) store.createIndex(index, index);
				for (const [key, value] of records) void store.put(value, key as IDBValidKey);
			}
		}
	});
	database.close();
}
