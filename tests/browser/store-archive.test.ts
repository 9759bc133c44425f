/** Deleting, merging, snapshots, marks, room. */
import { afterEach, expect, test } from 'vitest';
import { deleteDB, openDB } from 'idb';
import { EMPTY } from '$lib/memory/card';
import { PACE } from '$lib/memory/first';
import type { Learner } from '$lib/memory/learner';
import type { Removal } from '$lib/memory/removal';
import { replayAll } from '$lib/memory/replay';
import { lossProblem } from '$lib/storage/losses';
import { toProblem } from '$lib/storage/problems';
import { NAME, type Schema } from '$lib/storage/schema';
import type { Store } from '$lib/storage/store';
import { attempt, attempts, forget, open, sitting } from './storing';

afterEach(forget);

const removal = (what: Removal['what'], order = Infinity): Removal => ({
	version: 1,
	id: `removal of ${JSON.stringify(what)}`,
	at: 1e15,
	order: Math.min(order, 1e15),
	what,
	revoked: false
});
const learner = (id: string, more: Partial<Learner> = {}): Learner => ({
	version: 1,
	id,
	name: id,
	clearOnExit: false,
	pace: PACE,
	createdAt: 1,
	changedAt: 1,
	...more
});
const ids = async (store: Store, of = 'me') =>
	(await store.attempts(of)).values.map(({ id }) => id);

test.each([['before'], ['after']])(
	'an answer that is undone %s it was gathered is gone, and stays gone',
	async (when) => {
		const store = open();
		await store.record(sitting('s'), attempts(0, 10));
		if (when === 'after') await store.compact();
		await store.remove(removal({ type: 'attempt', attempt: 's:4' }));
		const left = attempts(0, 10).filter(({ id }) => id !== 's:4');
		expect((await store.attempts()).values).toEqual(left);
		expect((await store.remembered()).memory).toEqual(replayAll(left, []));
		// Another tab had not heard of it.
		await store.record(sitting('s'), [attempt(4)]);
		expect((await store.remembered()).memory).toEqual(replayAll(left, []));
		await store.compact();
		expect((await store.attempts()).values).toEqual(left);
		expect(await store.check()).toEqual({ state: 'fine', missing: 0 });
	}
);

test('a learner is removed with all that is theirs, and nothing of the others', async () => {
	const store = open();
	for (const id of ['me', 'other']) {
		await store.saveLearner(learner(id));
		await store.record(sitting(`old of ${id}`), attempts(0, 9, { learner: id }), id);
	}
	await store.compact();
	await store.record(sitting('new'), attempts(9, 12, { learner: 'me' }));
	await store.remove(removal({ type: 'learner', learner: 'me' }));
	expect(await ids(store)).toEqual([]);
	expect((await store.remembered()).memory).toEqual(EMPTY);
	expect((await store.openSittings()).values).toEqual([]);
	expect((await store.learners()).values).toEqual([learner('other')]);
	expect(await ids(store, 'other')).toHaveLength(9);
	expect((await store.openSittings('other')).values).toHaveLength(1);
	const raw = await openDB<Schema>(NAME);
	const left = JSON.stringify([await raw.getAll('segments'), await raw.getAll('cards')]);
	expect(left).not.toContain('"me"');
	raw.close();
});

test('what another archive has is added once, however often it is taken in', async () => {
	const store = open();
	await store.saveLearner(learner('me', { name: 'Before' }));
	await store.record(sitting('here'), attempts(0, 10));
	const other = {
		attempts: [...attempts(5, 20), ...attempts(30, 33, { learner: 'other' })],
		removals: [],
		learners: [learner('me', { name: 'After', changedAt: 2 })],
		decks: [{ file: { slug: 'brought' }, broughtAt: 1 }],
		sittings: [{ sitting: sitting('there'), learner: 'me' }]
	};
	for (const _ of [1, 2]) {
		await store.merge(other);
		expect((await store.attempts()).values).toEqual(attempts(0, 20));
		expect((await store.remembered()).memory).toEqual(replayAll(attempts(0, 20), []));
		expect(await ids(store, 'other')).toHaveLength(3);
		expect((await store.learners()).values.map(({ name }) => name)).toEqual(['After']);
		expect((await store.openSittings()).values.map(({ id }) => id)).toEqual(['here', 'there']);
	}
	expect((await store.archive()).decks).toEqual(other.decks);
	expect(await store.check()).toEqual({ state: 'fine', missing: 0 });
	// The copy from before the first of them brings back what was here then.
	const [, first] = await store.snapshots();
	expect((await store.archiveAt(first!.at)).attempts).toEqual(attempts(0, 10));
});

test('what was deleted on purpose does not come back with a backup, unless it is asked for', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 10));
	const backup = await store.archive();
	const gone = removal({ type: 'answers', learner: 'me' }, attempt(6).order);
	await store.remove(gone);
	expect(await ids(store)).toEqual(['s:7', 's:8', 's:9']);
	await store.merge(backup);
	expect(await ids(store)).toEqual(['s:7', 's:8', 's:9']);
	await store.merge(backup, { revoke: [gone.id] });
	expect(await ids(store)).toHaveLength(10);
});

test('a merge that fails in the middle changes nothing', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 10));
	await store.compact();
	const uncloneable = [{ file: { slug: 'x', run: () => 1 }, broughtAt: 1 }];
	const other = {
		attempts: attempts(0, 20),
		removals: [],
		learners: [],
		decks: uncloneable,
		sittings: []
	};
	await expect(store.merge(other)).rejects.toThrow();
	expect((await store.attempts()).values).toEqual(attempts(0, 10));
	expect(await store.snapshots()).toEqual([]);
});

test('three snapshots are kept, the newest', async () => {
	const store = open();
	for (const why of ['a', 'b', 'c', 'd']) await store.snapshot(why);
	expect((await store.snapshots()).map(({ why }) => why)).toEqual(['d', 'c', 'b']);
	const raw = await openDB<Schema>(NAME);
	const times = new Set((await raw.getAllKeys('snapshots')).map(([at]) => at));
	raw.close();
	expect(times.size).toBe(3);
});

test('storage that comes back short or empty is noticed, said, and mended by a backup', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 20));
	expect(await store.check()).toEqual({ state: 'fine', missing: 0 });
	await store.compact();
	await store.record(sitting('s'), attempts(20, 25));
	await store.tend();
	const backup = await store.archive();
	const raw = await openDB<Schema>(NAME);
	await raw.clear('attempts');
	raw.close();
	expect(await store.check()).toEqual({ state: 'short', missing: 5 });
	expect(lossProblem(await store.check())?.message).toContain('at least 5 answers');
	await store.close();
	await deleteDB(NAME);
	expect(await store.check()).toEqual({ state: 'empty', missing: 25 });
	// Answers given since do not hide it.
	await store.record(sitting('s'), attempts(100, 103));
	expect(await store.check()).toEqual({ state: 'short', missing: 22 });
	localStorage.clear();
	expect((await store.check()).missing).toBe(22);
	await store.merge(backup);
	expect(await store.check()).toEqual({ state: 'fine', missing: 0 });
	expect(await ids(store)).toHaveLength(28);
	expect(lossProblem(await store.check())).toBeUndefined();
});

test('a loss that the person knows of is said no more, and a later one is', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 20));
	await store.tend();
	await store.close();
	await deleteDB(NAME);
	expect((await store.check()).state).toBe('empty');
	await store.acknowledge();
	expect((await store.check()).state).toBe('fine');
	await store.record(sitting('s'), attempts(20, 24));
	const raw = await openDB<Schema>(NAME);
	await raw.delete('attempts', 2);
	raw.close();
	expect(await store.check()).toEqual({ state: 'short', missing: 1 });
});

test('two tabs that answer at once raise no false alarm', async () => {
	const [one, two] = [open(), open()];
	await Promise.all(
		attempts(0, 40).map((answer, n) => (n % 2 ? one : two).record(sitting('s'), [answer]))
	);
	await Promise.all([one.compact(), two.record(sitting('s'), [attempt(41)]), one.tend()]);
	await two.remove(removal({ type: 'attempt', attempt: 's:41' }));
	expect(await one.check()).toEqual({ state: 'fine', missing: 0 });
});

/** Aborts so many writes of answers as a full disk would; returns how to free it. */
function fill(times: number): () => void {
	const { add } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
	const full = new DOMException('no room', 'QuotaExceededError');
	IDBObjectStore.prototype.add = function (...args) {
		const request = (add.value as typeof this.add).apply(this, args);
		const { transaction } = this;
		if (times-- > 0) {
			Object.defineProperty(transaction, 'error', { value: full });
			request.addEventListener('success', () => transaction.abort());
		}
		return request;
	};
	return () => Object.defineProperty(IDBObjectStore.prototype, 'add', add);
}

test('without room the reserve is let go, and the answer is saved; when that is gone too, it is said', async () => {
	const store = open();
	await store.record(sitting('s'));
	await store.tend();
	expect((await store.health()).reserve).toBe(true);
	let free = fill(1);
	await store.record(sitting('s'), [attempt(1)]);
	free();
	expect((await store.health()).reserve).toBe(false);
	free = fill(1);
	const problem = await store.record(sitting('s'), [attempt(2)]).catch(toProblem);
	free();
	expect(problem).toMatchObject({ code: 'full' });
	expect(await ids(store)).toEqual(['s:1']);
	await store.tend();
	expect((await store.health()).reserve).toBe(true);
});

test('health tells what is kept, and of the last backup', async () => {
	const store = open();
	await store.record(sitting('s'), attempts(0, 5));
	await store.compact();
	await store.record(sitting('s'), attempts(5, 7));
	await store.backedUp({ at: 77, answers: 7 });
	expect(await store.health()).toMatchObject({
		answers: 7,
		tail: 2,
		segments: 1,
		unreadable: 0,
		sittings: 1,
		verdict: { state: 'fine' },
		lastBackup: { at: 77, answers: 7 }
	});
});

test('damaged storage is made anew with what can still be read', async () => {
	const store = open();
	await store.saveLearner(learner('me'));
	await store.record(sitting('s'), attempts(0, 20));
	await store.compact();
	await store.record(sitting('s'), attempts(20, 25));
	// As Chromium does where a file is damaged.
	const methods = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
	const broken = () => {
		throw new DOMException('Seek failure', 'UnknownError');
	};
	IDBObjectStore.prototype.getAll = function (...args) {
		return this.name === 'learners' || this.name === 'attempts'
			? broken()
			: (methods.getAll.value as typeof this.getAll).apply(this, args);
	};
	IDBObjectStore.prototype.get = function (key) {
		return this.name === 'attempts' && Number(key) === 22
			? broken()
			: (methods.get.value as typeof this.get).call(this, key);
	};
	await expect(store.archive()).rejects.toSatisfy((error) => toProblem(error).code === 'damaged');
	const { deleteDatabase } = Object.getOwnPropertyDescriptors(IDBFactory.prototype);
	IDBFactory.prototype.deleteDatabase = function (name) {
		Object.defineProperties(IDBObjectStore.prototype, methods);
		Object.defineProperty(IDBFactory.prototype, 'deleteDatabase', deleteDatabase);
		return this.deleteDatabase(name);
	};
	await store.repair();
	const left = attempts(0, 25).filter(({ at }) => at !== attempt(21).at);
	expect((await store.attempts()).values).toEqual(left);
	expect((await store.learners()).values).toEqual([learner('me')]);
	expect(await store.check()).toEqual({ state: 'short', missing: 1 });
	await store.merge({
		attempts: attempts(0, 25),
		removals: [],
		learners: [],
		decks: [],
		sittings: []
	});
	expect(await store.check()).toEqual({ state: 'fine', missing: 0 });
});
