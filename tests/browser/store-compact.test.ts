/** Segments and kept memory: what is gathered, and by whom, changes nothing of what is known. */
import { afterEach, expect, test } from 'vitest';
import { openDB } from 'idb';
import { byOrder } from '$lib/memory/order';
import type { Attempt } from '$lib/memory/attempt';
import { replayAll } from '$lib/memory/replay';
import { NAME, type Schema } from '$lib/storage/schema';
import type { Store } from '$lib/storage/store';
import { attempt, attempts, forget, open, sitting } from './storing';

afterEach(forget);

const raw = () => openDB<Schema>(NAME);

/** Whatever way it was kept, a store knows the same as a replay of these attempts. */
async function expectKnown(store: Store, log: readonly Attempt[], learner = 'me'): Promise<void> {
	const own = log.filter((one) => one.learner === learner);
	expect((await store.attempts(learner)).values).toEqual(own.toSorted(byOrder));
	const { memory, attempts: count, unreadable } = await store.remembered(learner);
	expect(memory).toEqual(replayAll(own, []));
	expect([count, unreadable]).toEqual([own.length, 0]);
}

test('a log gathered in many portions is the log', async () => {
	const store = open();
	const log: Attempt[] = [];
	for (let n = 0; n < 200; n += 20) {
		const more = [...attempts(n, n + 15), ...attempts(n + 15, n + 20, { learner: 'other' })];
		log.push(...more);
		await store.record(sitting('s'), more);
		await expectKnown(store, log);
		await store.compact();
		await expectKnown(store, log);
	}
	await expectKnown(store, log, 'other');
	const database = await raw();
	expect(await database.count('attempts')).toBe(0);
	// Ten portions: more than one segment, but not one for each.
	expect(await database.count('segments')).toBeLessThan(10);
	database.close();
});

test('kept memory is taken up without a look at the log', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 50));
	await store.compact();
	const before = await store.remembered();
	const { get, getAll } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
	const touched: string[] = [];
	for (const [name, { value }] of Object.entries({ get, getAll }))
		Object.defineProperty(IDBObjectStore.prototype, name, {
			configurable: true,
			writable: true,
			value(this: IDBObjectStore, ...args: unknown[]) {
				touched.push(this.name);
				return (value as (...args: unknown[]) => unknown).apply(this, args);
			}
		});
	try {
		await store.record(sitting('s'), attempts(50, 52));
		expect((await store.remembered()).memory.count).toBe(before.memory.count + 2);
	} finally {
		Object.defineProperties(IDBObjectStore.prototype, { get, getAll });
	}
	expect(touched).toContain('cards');
	expect(touched).not.toContain('segments');
});

test('an answer that comes late, in the order of all answers, is counted where it belongs', async () => {
	const store = open();
	const log = attempts(10, 40);
	await store.record(sitting('s'), log);
	await store.compact();
	log.push(attempt(5, { fact: 'f3' }));
	await store.record(sitting('s'), log.slice(-1));
	await expectKnown(store, log);
	await store.compact();
	await expectKnown(store, log);
});

test('an answer to the same question in two tabs counts once, also when the first is gathered already', async () => {
	const [one, two] = [open(), open()];
	await one.record(sitting('s'), attempts(0, 10));
	await one.compact();
	const second = attempt(3, { given: 'another', right: false, order: 1e12 });
	await two.record(sitting('s'), [second]);
	await expectKnown(two, attempts(0, 10));
	await two.record(sitting('s'), [second, attempt(11)]);
	await two.compact();
	await expectKnown(one, [...attempts(0, 10), attempt(11)]);
});

test('two tabs that gather at once, while both go on answering, lose and double nothing', async () => {
	const [one, two] = [open(), open()];
	const log = attempts(0, 120);
	await one.record(sitting('s'), log.slice(0, 60));
	const answers = log
		.slice(60)
		.map((answer, n) => (n % 2 ? one : two).record(sitting(`s${n % 2}`), [answer]));
	const gathered = Array.from({ length: 6 }, (_, n) => (n % 2 ? one : two).compact());
	await Promise.all([...answers, ...gathered]);
	await expectKnown(one, log);
	await Promise.all([one.compact(), two.compact()]);
	await expectKnown(two, log);
});

test('a segment that is damaged is counted, and the others live on', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 90));
	await store.compact();
	await store.record(sitting('s'), attempts(90, 100));
	await store.compact();
	const database = await raw();
	const [key] = await database.getAllKeys('segments');
	await database.put('segments', { version: 1, count: 90 }, key);
	database.close();
	expect(await store.attempts()).toEqual({ values: attempts(90, 100), unreadable: 90 });
	expect((await store.health()).unreadable).toBe(90);
	// What is remembered does not need it.
	expect((await store.remembered()).memory.count).toBe(100);
	await store.record(sitting('s'), attempts(100, 400));
	await store.compact();
	expect(await store.attempts()).toEqual({ values: attempts(90, 400), unreadable: 90 });
	expect((await store.remembered()).memory.count).toBe(400);
});

test('kept memory of another version, or lost, is made anew', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 30));
	await store.compact();
	const database = await raw();
	await database.put('cards', { version: 99 }, 'me');
	await expectKnown(store, attempts(0, 30));
	await store.compact();
	await database.delete('cards', 'me');
	await store.tend();
	expect(await database.getAllKeys('cards')).toEqual(['me']);
	database.close();
	await expectKnown(store, attempts(0, 30));
});

test('of finished sittings the newest fifty stay, and all that are open', async () => {
	const store = open();
	for (let n = 0; n < 60; n++)
		await store.record(sitting(`done-${n}`, [{ type: 'finished', at: n }]));
	await store.record(sitting('open'));
	await store.compact();
	expect(await store.sitting('done-9')).toBeUndefined();
	expect(await store.sitting('done-10')).toBeDefined();
	expect((await store.openSittings()).values).toHaveLength(1);
});

test('two tabs that go on with the same sitting keep what both did', async () => {
	const [one, two] = [open(), open()];
	await one.record(sitting('s'));
	const answered = (item: number, at: number) => ({ type: 'skipped', item, at }) as const;
	await one.record(sitting('s', [answered(0, 5)]));
	await two.record(sitting('s', [answered(0, 9)]));
	await one.record(sitting('s', [answered(0, 5), answered(1, 10)]));
	expect((await one.sitting('s'))?.events.map(({ at }) => at)).toEqual([5, 9, 10]);
});
