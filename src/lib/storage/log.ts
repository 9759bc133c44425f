import type { Attempt } from '$lib/memory/attempt';
import { logOf } from '$lib/memory/log';
import { Removal } from '$lib/memory/removal';
import { segmentsOf, type Database, type SegmentKey } from './schema';
import { decode } from './segments';
import { parseAll, type Read } from './read';
import { readTail } from './tail';

/** A learner's whole log as it stands, in its order, without what was removed. */
export async function wholeLog(database: Database, learner: string): Promise<Read<Attempt>> {
	const transaction = database.transaction(['attempts', 'segments', 'removals']);
	const segments = transaction.objectStore('segments');
	const [keys, stored, tail, removals] = await Promise.all([
		segments.getAllKeys(segmentsOf(learner)),
		segments.getAll(segmentsOf(learner)).catch(() => undefined),
		transaction.objectStore('attempts').getAll(),
		transaction.objectStore('removals').getAll()
	]);
	const older = readSegments(keys, stored ?? (await oneByOne(database, keys)));
	const newer = readTail(tail);
	return {
		values: logOf(
			[...older.values, ...newer.filter((attempt) => attempt?.learner === learner)] as Attempt[],
			parseAll(Removal, removals).values
		),
		unreadable: older.unreadable + newer.filter((attempt) => !attempt).length
	};
}

/** @param stored values that go with the keys */
export function readSegments(
	keys: readonly SegmentKey[],
	stored: readonly unknown[]
): Read<Attempt> {
	const read = keys.map((_, n) => decode(stored[n]));
	return {
		values: read.flatMap((attempts) => attempts ?? []),
		unreadable: keys.reduce((sum, [, , records], n) => sum + (read[n] ? 0 : records), 0)
	};
}

/** Where the disk no longer gives one of them back, the others are still there. */
const oneByOne = (database: Database, keys: readonly SegmentKey[]): Promise<unknown[]> =>
	Promise.all(keys.map((key) => database.get('segments', key).catch(() => undefined)));
