/** What a learner remembers, and their log: loaded where there is more to do than to take up the kept memory. */
import type { Attempt } from '$lib/memory/attempt';
import { EMPTY, type Memory } from '$lib/memory/card';
import { logOf } from '$lib/memory/log';
import { Removal } from '$lib/memory/removal';
import { replay } from '$lib/memory/replay';
import { hash } from '$lib/random';
import { CHECKPOINT, type Checkpoint, type Remembered } from './checkpoint';
import { segmentsOf, type Database, type SegmentKey } from './schema';
import { decode } from './segments';
import { parseAll, readTail, type Read } from './tail';

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

/** The kept memory with the answers that came after it; from the whole log where they don't simply follow. */
export async function recollect(
	database: Database,
	learner: string,
	kept: Checkpoint | undefined,
	tail: readonly unknown[],
	removals: readonly unknown[]
): Promise<Remembered> {
	const read = readTail(tail);
	const own = read.filter((attempt) => attempt?.learner === learner) as Attempt[];
	const log = logOf(own, parseAll(Removal, removals).values);
	if (kept && follow(kept, log)) {
		const memory = replay(kept.memory, log);
		const unreadable = kept.unreadable + read.filter((attempt) => !attempt).length;
		return { memory, attempts: memory.count, unreadable };
	}
	const { values, unreadable } = await wholeLog(database, learner);
	return { memory: replay(EMPTY, values), attempts: values.length, unreadable };
}

/** Whether attempts all come after what is in the memory, and none of them is in it already. */
export function follow({ memory, ids }: Checkpoint, log: readonly Attempt[]): boolean {
	if (log.some(({ order }) => order <= memory.newest)) return false;
	const known = new Set(ids);
	return !log.some(({ id }) => known.has(short(id)));
}

/** Whether an attempt may be in the memory. */
export const holds = ({ ids }: Checkpoint, attempt: string): boolean =>
	ids.includes(short(attempt));

const short = (id: string): number => hash(id) >>> 0;

/** @param older hashes of what was there before these attempts */
export const checkpointOf = (
	memory: Memory,
	attempts: readonly Attempt[],
	unreadable: number,
	older: Uint32Array = new Uint32Array()
): Checkpoint => ({
	version: CHECKPOINT,
	memory,
	ids: Uint32Array.from([...older, ...attempts.map(({ id }) => short(id))]),
	unreadable
});
