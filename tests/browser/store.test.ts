/** The store on a real IndexedDB. */
import { afterEach, expect, test } from 'vitest';
import { openDB } from 'idb';
import type { Attempt } from '$lib/memory/attempt';
import { Connection } from '$lib/storage/database';
import { toProblem } from '$lib/storage/problems';
import { NAME } from '$lib/storage/schema';
import { attempt, forget, open, sitting } from './storing';

afterEach(forget);

test('what was recorded is there for the next page, in its order', async () => {
	const first = open();
	for (const n of [3, 1, 2]) await first.record(sitting('s'), [attempt(n)]);
	await first.close();
	const read = await open().attempts();
	expect(read.values.map((one) => one.at)).toEqual([1, 2, 3].map((n) => attempt(n).at));
	expect(read.unreadable).toBe(0);
});

test('a sitting is open until it is finished, and stays to be looked at', async () => {
	const store = open();
	await store.record(sitting('a'));
	await store.record(sitting('b', [{ type: 'finished', at: 2 }]));
	expect((await store.openSittings()).values.map((one) => one.id)).toEqual(['a']);
	await store.record(sitting('a', [{ type: 'finished', at: 3 }]));
	expect((await store.openSittings()).values).toEqual([]);
	expect((await store.sitting('b'))?.id).toBe('b');
	expect(await store.sitting('none')).toBeUndefined();
});

test('an answer and its sitting are kept together or not at all', async () => {
	const store = open();
	await store.record(sitting('s'));
	const uncloneable = { ...attempt(1), given: () => 'x' } as unknown as Attempt;
	await expect(
		store.record({ ...sitting('s'), title: 'changed' }, [attempt(0), uncloneable])
	).rejects.toThrow();
	expect((await store.attempts()).values).toEqual([]);
	expect((await store.sitting('s'))?.title).toBe('T');
});

test('a record from another version is counted and left', async () => {
	const store = open();
	await store.record(sitting('s'), [attempt(1)]);
	const raw = await openDB(NAME);
	await raw.add('attempts', { version: 99 });
	raw.close();
	expect(await store.attempts()).toMatchObject({ unreadable: 1 });
	expect((await store.attempts()).values).toHaveLength(1);
});

test('the connection gives way to a newer version in another tab, and says so', async () => {
	const connection = new Connection();
	const heard: (string | undefined)[] = [];
	connection.listen((problem) => heard.push(problem?.code));
	const store = open(connection);
	await store.record(sitting('s'));
	const newer = await openDB(NAME, 99);
	newer.close();
	expect(heard).toContain('newer');
	await expect(store.attempts()).rejects.toSatisfy((error) => toProblem(error).code === 'newer');
});

test.each([
	['QuotaExceededError', 'full'],
	['VersionError', 'newer'],
	['SecurityError', 'blocked'],
	['InvalidStateError', 'gone'],
	['UnknownError', 'damaged'],
	['DataError', 'failed']
])('%s is told as “%s”, with what to do', (name, code) => {
	const problem = toProblem(new DOMException('', name));
	expect(problem.code).toBe(code);
	expect(problem.message).toMatch(/[.]$/);
});
