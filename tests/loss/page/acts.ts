/** What is done to a whole log at once, and may be broken off in the middle. */
import { deleteDB, openDB } from 'idb';
import { NAME, type Schema } from '$lib/storage/schema';
import { Store } from '$lib/storage/store';
import { answers, sittingOf } from './answers';

export interface Found {
	/** As if it had never begun, or as if it had come to its end; `torn` is neither. */
	state: 'before' | 'after' | 'torn';
	/** Answers that were saved before and are not there. */
	missing: number;
}

interface Act {
	/** Brings the storage to where it begins. */
	prepare(): Promise<void>;
	run(): Promise<void>;
	found(): Promise<Found>;
}

const LOG = 3000; // answers
const OTHERS = 9000; // answers in the backup that is restored
const STORES = ['attempts', 'segments'] as const;

const store = new Store();

async function clear(): Promise<void> {
	await store.close();
	await deleteDB(NAME);
	localStorage.clear();
	await store.acknowledge();
}

const record = (from: number, to: number): Promise<void> =>
	store.record(sittingOf(from), answers(from, to));

/** How many answers are missing up to a number; whatever else is amiss is an error. */
async function missing(log: number): Promise<number> {
	const { values, unreadable } = await store.attempts();
	if (unreadable) throw new Error(`${unreadable} answers came back unreadable`);
	const { memory } = await store.remembered();
	if (memory.count !== values.length)
		throw new Error(`${memory.count} of ${values.length} answers are remembered`);
	const there = new Set(values.map(({ at }) => at));
	if (there.size < values.length) throw new Error('answers are there twice');
	return answers(0, log).filter(({ at }) => !there.has(at)).length;
}

async function counts(): Promise<Record<(typeof STORES)[number], number>> {
	const database = await openDB<Schema>(NAME);
	const [attempts, segments] = await Promise.all(STORES.map((name) => database.count(name)));
	database.close();
	return { attempts: attempts ?? 0, segments: segments ?? 0 };
}

const migration: Act = {
	async prepare() {
		await clear();
		await store.close();
		await deleteDB(NAME);
		const database = await openDB(NAME, 1, {
			upgrade(raw) {
				raw.createObjectStore('attempts', { autoIncrement: true });
				raw.createObjectStore('sittings').createIndex('open', 'open');
				raw.createObjectStore('decks');
			}
		});
		const transaction = database.transaction(['attempts', 'sittings'], 'readwrite');
		for (const { order: _, ...answer } of answers(0, LOG))
			void transaction.objectStore('attempts').add({ ...answer, version: 1 });
		for (let n = 0; n < LOG; n += 10)
			void transaction
				.objectStore('sittings')
				.put({ sitting: sittingOf(n), open: 1 }, sittingOf(n).id);
		await transaction.done;
		database.close();
	},
	async run() {
		await store.noted('anything');
	},
	async found() {
		const now = Date.now();
		const open = await store.openSittings();
		const gone = (await missing(LOG)) + (LOG / 10 - open.values.length);
		const [copy, ...others] = await store.snapshots();
		// A copy made only now shows that all was still of version 1.
		const state = !copy || others.length ? 'torn' : copy.at >= now ? 'before' : 'after';
		return { state, missing: gone };
	}
};

const compaction: Act = {
	async prepare() {
		await clear();
		await record(0, LOG - 500);
		await store.compact();
		for (let n = 0; n < 60; n++) await store.record(sittingOf(n * 10, true));
		await record(LOG - 500, LOG);
		// A log that does not simply follow: all of it is replayed.
		await store.record(sittingOf(0), [{ ...answers(LOG, LOG + 1)[0]!, order: -1 }]);
	},
	run: () => store.compact(),
	async found() {
		const { attempts, segments } = await counts();
		const state = attempts === 501 && segments === 1 ? 'before' : attempts === 0 ? 'after' : 'torn';
		return { state, missing: await missing(LOG + 1) };
	}
};

const restore: Act = {
	async prepare() {
		await clear();
		await record(0, LOG);
	},
	run: () =>
		store.merge({
			attempts: answers(LOG - 500, LOG + OTHERS),
			removals: [],
			learners: [],
			decks: [],
			sittings: []
		}),
	async found() {
		const gone = await missing(LOG);
		const more = OTHERS - (await missing(LOG + OTHERS)) + gone;
		const copies = (await store.snapshots()).length;
		const state =
			more === 0 && copies === 0 ? 'before' : more === OTHERS && copies === 1 ? 'after' : 'torn';
		return { state, missing: gone };
	}
};

/** A compaction as it must not be, in two transactions: shows that a kill here can lose something. */
const torn: Act = {
	...compaction,
	async run() {
		const database = await openDB<Schema>(NAME);
		const log = await database.getAll('attempts');
		await database.clear('attempts');
		await new Promise((done) => setTimeout(done, 1000));
		await Promise.all(log.map((record) => database.add('attempts', record)));
		database.close();
	}
};

export const ACTS = { migration, compaction, restore, torn } as const;
export type ActName = keyof typeof ACTS;
