/** The copy outside of the database: what comes back from it, and what must not. */
import { afterEach, expect, test } from 'vitest';
import { deleteDB, openDB } from 'idb';
import { PACE } from '$lib/memory/first';
import { replayAll } from '$lib/memory/replay';
import { tend } from '$lib/state/tending';
import { NAME, type Schema } from '$lib/storage/schema';
import type { Store } from '$lib/storage/store';
import { attempts, forget, open, sitting } from './storing';

afterEach(forget);

const COPY = 'quern-copy.quern-backup';
const NOW = 1e12;
const copied = async (): Promise<File> =>
	(await (await navigator.storage.getDirectory()).getFileHandle(COPY)).getFile();

/** As Chromium does with a log that it takes for damaged. */
async function lose(store: Store): Promise<void> {
	await store.close();
	await deleteDB(NAME);
}

test('what the browser has lost comes back by itself, once, and it is said', async () => {
	const store = open();
	await store.saveLearner({
		version: 1,
		id: 'me',
		name: 'Mina',
		clearOnExit: false,
		pace: PACE,
		createdAt: 1,
		changedAt: 1
	});
	await store.record(sitting('s'), attempts(0, 40));
	await store.saveDeck(await (await fetch('/questions/pakistan-azerbaijan/deck.json')).json());
	expect((await tend(store, NOW)).loss).toBeUndefined();
	await lose(store);

	const word = await tend(store, NOW);
	expect(word.regained).toBe(40);
	expect(word.loss).toMatchObject({ code: 'regained' });
	expect(word.loss?.message).toContain('40 answers');
	expect((await store.attempts()).values).toEqual(attempts(0, 40));
	expect((await store.remembered()).memory).toEqual(replayAll(attempts(0, 40), []));
	expect((await store.learners()).values.map(({ name }) => name)).toEqual(['Mina']);
	expect((await store.decks()).values).toHaveLength(1);
	expect((await store.openSittings()).values).toHaveLength(1);
	expect(await store.check()).toEqual({ state: 'fine', missing: 0 });
	expect(await tend(store, NOW)).toMatchObject({ loss: undefined, regained: 0 });
});

test('answers given after the copy was made are said to be missing, and those after the loss stay', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 10));
	await tend(store, NOW);
	await store.record(sitting('s'), attempts(10, 13));
	await lose(store);
	await store.record(sitting('after'), attempts(50, 51));
	const word = await tend(store, NOW);
	expect(word).toMatchObject({ regained: 10, loss: { code: 'short' } });
	expect(word.loss?.message).toMatch(/10 answers back .* at least \w+ answers? given after/);
	const left = [...attempts(0, 10), ...attempts(50, 51)];
	expect((await store.attempts()).values).toEqual(left);
});

test('what was deleted on purpose is in no copy, at once', async () => {
	const store = open();
	await store.record(sitting('mine'), attempts(0, 10));
	await store.record(sitting('theirs'), attempts(10, 15, { learner: 'other' }), 'other');
	await tend(store, NOW);
	const before = await copied();
	await store.remove({
		version: 1,
		id: 'gone',
		at: NOW,
		order: NOW,
		what: { type: 'learner', learner: 'other' },
		revoked: false
	});
	const unpacked = (file: File) =>
		new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
	expect(before.size).toBeGreaterThan(0);
	expect(await unpacked(await copied())).not.toContain('"learner":"other","deck"');
	await lose(store);
	expect((await tend(store, NOW)).regained).toBe(10);
	expect((await store.attempts('other')).values).toEqual([]);
});

test('a loss that no mark tells of is found by the copy', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 10));
	await tend(store, NOW);
	await lose(store);
	localStorage.clear();
	await (await navigator.storage.getDirectory()).removeEntry('quern-log.json');
	expect((await store.check()).state).toBe('fine');
	await store.record(sitting('s'), attempts(20, 22));
	await store.tend();
	expect((await store.attempts()).values).toEqual([...attempts(0, 10), ...attempts(20, 22)]);
});

test('a copy is renewed with every change, and left alone without', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 10));
	await store.tend();
	const first = await copied();
	await store.tend();
	expect((await copied()).lastModified).toBe(first.lastModified);
	await store.record(sitting('s'), attempts(10, 11));
	await store.tend();
	expect((await store.health()).spare?.answers).toBe(11);
});

test('a damaged copy brings what can be read of it, and no error', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 3000));
	await store.tend();
	const whole = await copied();
	const half = await whole.slice(0, whole.size / 2).arrayBuffer();
	const folder = await navigator.storage.getDirectory();
	const write = async (bytes: BufferSource) => {
		const file = await (await folder.getFileHandle(COPY)).createWritable();
		await file.write(bytes);
		await file.close();
	};
	await write(half);
	await lose(store);
	const back = await store.recover();
	expect(back).toBeGreaterThan(500);
	expect(back).toBeLessThan(3000);
	await write(new Uint8Array([1, 2, 3]));
	expect(await store.recover()).toBe(0);
	const raw = await openDB<Schema>(NAME);
	expect((await raw.getAllKeys('segments')).reduce((sum, [, , n]) => sum + n, 0)).toBe(back);
	raw.close();
});
