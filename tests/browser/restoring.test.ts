/** Restoring on a real IndexedDB. */
import { afterEach, expect, test } from 'vitest';
import { writeBackup } from '$lib/formats/backup-write';
import type { Archive } from '$lib/memory/archive';
import { Restoring } from '$lib/state/restoring.svelte';
import type { Store } from '$lib/storage/store';
import { attempts, forget, open, sitting } from './storing';

afterEach(forget);

const NOTHING: Archive = { attempts: [], removals: [], learners: [], decks: [], sittings: [] };
async function fileOf(archive: Partial<Archive>): Promise<File> {
	const bytes = writeBackup({ ...NOTHING, ...archive }, { madeAt: 1, build: 'b' });
	return new File([await new Response(bytes).blob()], 'a.quern-backup');
}
async function device(): Promise<{ store: Store; restoring: Restoring; changes: number[] }> {
	const store = open();
	await store.record(sitting('s'), attempts(0, 20));
	const changes: number[] = [];
	return { store, restoring: new Restoring(store, () => changes.push(1)), changes };
}
const ids = async (store: Store) => (await store.attempts()).values.map(({ id }) => id);

test('nothing changes until it is brought in, and then both logs are one', async () => {
	const { store, restoring, changes } = await device();
	await restoring.open(await fileOf({ attempts: attempts(10, 40) }));
	expect(restoring.changes?.learners).toMatchObject([{ fresh: 20, known: 10 }]);
	expect(await ids(store)).toHaveLength(20);
	await restoring.bring();
	expect(restoring.step).toMatchObject({ at: 'done', answers: 20 });
	expect(await ids(store)).toHaveLength(40);
	expect(changes).toEqual([1]);
	expect(await store.snapshots()).toMatchObject([{ why: 'before a restore' }]);
});

test('what was deleted here stays out, unless it is ticked', async () => {
	const { store, restoring } = await device();
	const what = { type: 'answers' as const, learner: 'me' };
	const order = attempts(9, 10)[0]?.order ?? 0;
	await store.remove({ version: 1, id: 'r', at: 1, order, what, revoked: false });
	expect(await ids(store)).toHaveLength(10);
	const file = await fileOf({ attempts: attempts(0, 25) });
	await restoring.open(file);
	expect(restoring.changes?.learners).toMatchObject([{ fresh: 5, deleted: 10 }]);
	await restoring.bring();
	expect(await ids(store)).toHaveLength(15);
	await restoring.open(file);
	restoring.revive = true;
	await restoring.bring();
	expect(restoring.step).toMatchObject({ at: 'done', answers: 10, isRevived: true });
	expect(await ids(store)).toHaveLength(25);
});

test('what was deleted there stays here, unless it is ticked', async () => {
	const { store, restoring } = await device();
	const what = { type: 'attempt' as const, attempt: 's:3' };
	const file = await fileOf({
		attempts: attempts(4, 20),
		removals: [{ version: 1, id: 'r', at: 1, order: 1, what, revoked: false }]
	});
	await restoring.open(file);
	expect(restoring.changes).toMatchObject({ taking: ['r'], taken: 1 });
	await restoring.bring();
	expect(await ids(store)).toContain('s:3');
	await restoring.open(file);
	restoring.take = true;
	await restoring.bring();
	expect(await ids(store)).not.toContain('s:3');
	expect(await ids(store)).toHaveLength(19);
});

test('where there is no room nothing changes, and it is said', async () => {
	const { store, restoring } = await device();
	await restoring.open(await fileOf({ attempts: attempts(10, 40) }));
	const merge = store.merge.bind(store);
	store.merge = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
	await restoring.bring();
	expect(restoring.step).toMatchObject({
		at: 'failed',
		problem: { message: expect.stringMatching(/no room.*Nothing has been changed/) as string }
	});
	expect(await ids(store)).toHaveLength(20);
	store.merge = merge;
});

test('an earlier copy is looked at and brought back like a file', async () => {
	const { store, restoring } = await device();
	await store.snapshot('by hand');
	const what = { type: 'attempt' as const, attempt: 's:3' };
	await store.remove({ version: 1, id: 'r', at: 1, order: 1, what, revoked: false });
	const [copy] = await store.snapshots();
	if (!copy) throw new Error('There is no copy.');
	await restoring.openSnapshot(copy);
	expect(restoring.changes?.learners).toMatchObject([{ fresh: 0, known: 19, deleted: 1 }]);
	restoring.revive = true;
	await restoring.bring();
	expect(await ids(store)).toHaveLength(20);
});

test('who leaves while a file is read sees nothing of it', async () => {
	const { restoring } = await device();
	const reading = restoring.open(await fileOf({ attempts: attempts(0, 3_000) }));
	restoring.leave();
	await reading;
	expect(restoring.step).toEqual({ at: 'idle' });
	expect(restoring.changes).toBeUndefined();
});
