/** What somebody deletes on purpose goes for good; that it was deleted is kept. */
import type { Attempt } from '$lib/memory/attempt';
import { removedBy } from '$lib/memory/log';
import { Removal } from '$lib/memory/removal';
import { Sitting } from '$lib/quiz/sitting';
import { readCheckpoint } from './checkpoint';
import { compact } from './compact';
import { holds } from './recollect';
import { segmentsOf, type Database, type SegmentKey } from './schema';
import { decode, encode } from './segments';
import { readTail } from './tail';
import { countGone } from './watch';
import { write, type Transaction } from './write';

const STORES = [
	'attempts',
	'segments',
	'cards',
	'sittings',
	'decks',
	'learners',
	'removals',
	'notes'
] as const;

export async function remove(database: Database, removal: Removal): Promise<void> {
	const isThinned = await write(database, [...STORES], async (transaction) => {
		const removals = transaction.objectStore('removals');
		const known = Removal.safeParse(await removals.get(removal.id));
		if (known.data?.revoked) return false; // taken back already, for ever
		await removals.put(removal, removal.id);
		const isGone = removedBy([removal]);
		const newer = await thinTail(transaction, isGone);
		const older = await thinSegments(transaction, removal);
		await dropOthers(transaction, removal);
		await countGone(transaction, newer + older);
		return older > 0;
	});
	// The memory of those whose segments have changed is made anew.
	if (isThinned) await compact(database);
}

/** What a backup still has of it may come again. */
export const revoke = (database: Database, id: string): Promise<void> =>
	write(database, ['removals'], async (transaction) => {
		const removals = transaction.objectStore('removals');
		const known = Removal.safeParse(await removals.get(id));
		if (known.success) await removals.put({ ...known.data, revoked: true }, id);
	});

/** @returns how many records it deleted */
async function thinTail(
	transaction: Transaction,
	isGone: (attempt: Attempt) => boolean
): Promise<number> {
	const attempts = transaction.objectStore('attempts');
	const [keys, records] = await Promise.all([attempts.getAllKeys(), attempts.getAll()]);
	const read = readTail(records);
	const gone = keys.filter((_, n) => read[n] && isGone(read[n]));
	await Promise.all(gone.map((key) => attempts.delete(key)));
	return gone.length;
}

/** @returns how many records it deleted */
async function thinSegments(transaction: Transaction, { what, ...rest }: Removal): Promise<number> {
	if (what.type === 'deck') return 0;
	const isGone = removedBy([{ what, ...rest }]);
	const segments = transaction.objectStore('segments');
	const range = what.type === 'attempt' ? null : segmentsOf(what.learner);
	let gone = 0;
	let n = Math.max(0, ...(await segments.getAllKeys()).map(([, place]) => place));
	for (const key of await segments.getAllKeys(range)) {
		const [learner, , records]: SegmentKey = key;
		const kept = readCheckpoint(await transaction.objectStore('cards').get(learner));
		if (what.type === 'attempt' && kept && !holds(kept, what.attempt)) continue;
		const attempts = decode(await segments.get(key));
		const left = attempts?.filter((attempt) => !isGone(attempt));
		if (!attempts || !left || left.length === attempts.length) continue;
		const removed = left.length ? attempts.length - left.length : records;
		gone += removed;
		await segments.delete(key);
		if (left.length) await segments.add(encode(learner, left), [learner, ++n, records - removed]);
		await transaction.objectStore('cards').delete(learner);
	}
	return gone;
}

/** What is not attempts: a learner's name and sittings, a deck. */
async function dropOthers(transaction: Transaction, { what }: Removal): Promise<void> {
	if (what.type === 'attempt') return;
	if (what.type === 'deck') return transaction.objectStore('decks').delete(what.deck);
	if (what.type === 'learner')
		await Promise.all(
			(['learners', 'cards'] as const).map((name) =>
				transaction.objectStore(name).delete(what.learner)
			)
		);
	const deck = what.type === 'answers' ? what.deck : undefined;
	const sittings = transaction.objectStore('sittings');
	for (let cursor = await sittings.openCursor(); cursor; cursor = await cursor.continue()) {
		const { sitting, learner } = cursor.value;
		if (learner !== what.learner) continue;
		const parsed = Sitting.safeParse(sitting);
		if (deck === undefined || parsed.data?.items.some((item) => item.deck === deck))
			await cursor.delete();
	}
}
