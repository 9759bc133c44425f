/** Databases of older versions, opened by this one. */
import { afterEach, expect, test } from 'vitest';
import { openDB } from 'idb';
import version1 from '../fixtures/database-v1.json';
import { lay, NAME, VERSION, type Schema } from '$lib/storage/schema';
import { forget, layDown, open, type OldDatabase } from './storing';

afterEach(forget);

const old: OldDatabase = version1;
const answered = old.stores.attempts!.records.map(([, value]) => value as { id: string });

const shapeOf = async (): Promise<unknown> => {
	const database = await openDB<Schema>(NAME);
	const names = [...database.objectStoreNames];
	const transaction = database.transaction(names);
	const shape = names.map((name) => {
		const { autoIncrement, keyPath, indexNames } = transaction.objectStore(name);
		return { name, autoIncrement, keyPath, indexes: [...indexNames] };
	});
	database.close();
	return shape;
};

test('all that version 1 kept is there, and answers have the order in which they were given', async () => {
	await layDown(old);
	const store = open();
	const log = await store.attempts();
	expect(log.unreadable).toBe(0);
	expect(log.values.map(({ id }) => id)).toEqual(answered.map(({ id }) => id));
	expect(log.values.every((one, n) => n === 0 || one.order > log.values[n - 1]!.order)).toBe(true);
	expect((await store.openSittings()).values.map(({ id }) => id)).toEqual([
		'c1f2aa90-clock-set-back'
	]);
	expect((await store.sitting('5b0a7d4e-first'))?.events).toHaveLength(5);
	expect((await store.decks()).values.map(({ slug }) => slug)).toEqual(['brought-along']);
	const { attempts, unreadable, memory } = await store.remembered();
	expect([attempts, unreadable]).toEqual([answered.length, 0]);
	expect(memory.newest).toBe(log.values.at(-1)!.order);
});

test('a migrated database has the shape of a new one', async () => {
	await layDown(old);
	await open().attempts();
	const migrated = await shapeOf();
	await forget();
	const fresh = await openDB<Schema>(NAME, VERSION, { upgrade: lay });
	fresh.close();
	expect(migrated).toEqual(await shapeOf());
});

test('before a migration all is copied as it was', async () => {
	await layDown(old);
	const store = open();
	const [copy, ...others] = await store.snapshots();
	expect(others).toEqual([]);
	expect(copy?.why).toBe('before version 2');
	const database = await openDB<Schema>(NAME);
	const parts = await database.getAll('snapshots', IDBKeyRange.lowerBound([copy!.at, 1]));
	database.close();
	expect(parts).toContainEqual({
		store: 'attempts',
		keys: answered.map((_, n) => n + 1),
		values: answered
	});
});

test('records that nobody can read stay where they are, and the rest is migrated', async () => {
	const damaged = structuredClone(old);
	damaged.stores.attempts!.records.push([90, { version: 99 }], [91, 'no record at all']);
	damaged.stores.sittings!.records.push(['odd', 'no sitting at all']);
	damaged.stores.decks!.records.push(['odd', 'no deck at all']);
	await layDown(damaged);
	const store = open();
	expect(await store.attempts()).toMatchObject({ unreadable: 2 });
	expect((await store.attempts()).values).toHaveLength(answered.length);
	expect((await store.decks()).unreadable).toBe(1);
	await store.compact();
	expect(await store.attempts()).toMatchObject({ unreadable: 2 });
	const raw = await openDB<Schema>(NAME);
	expect(await raw.getAllKeys('attempts')).toEqual([90, 91]);
	raw.close();
});

test('a migration that fails leaves everything as it was', async () => {
	await layDown(old);
	const { update } = Object.getOwnPropertyDescriptors(IDBCursor.prototype);
	IDBCursor.prototype.update = () => {
		throw new DOMException('no room', 'QuotaExceededError');
	};
	try {
		await expect(open().attempts()).rejects.toThrow();
	} finally {
		Object.defineProperty(IDBCursor.prototype, 'update', update);
	}
	const raw = await openDB(NAME);
	expect(raw.version).toBe(1);
	expect(await raw.count('attempts')).toBe(answered.length);
	raw.close();
	expect((await open().attempts()).values).toHaveLength(answered.length);
});

test('where there is no room for a copy, the migration goes without', async () => {
	await layDown(old);
	const { put } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
	IDBObjectStore.prototype.put = function (...args) {
		if (this.name === 'snapshots') throw new DOMException('no room', 'QuotaExceededError');
		return (put.value as typeof this.put).apply(this, args);
	};
	try {
		expect((await open().attempts()).values).toHaveLength(answered.length);
	} finally {
		Object.defineProperty(IDBObjectStore.prototype, 'put', put);
	}
	expect(await open().snapshots()).toEqual([]);
});

test('a tab of the old version holds the migration up, and it is said', async () => {
	await layDown(old);
	const other = await openDB(NAME, 1);
	const store = open();
	const heard: (string | undefined)[] = [];
	store.listen((problem) => {
		heard.push(problem?.code);
		if (problem) other.close();
	});
	expect((await store.attempts()).values).toHaveLength(answered.length);
	expect(heard).toEqual(['other-tab', undefined]);
});
