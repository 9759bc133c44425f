/** What a learner remembers: loaded where there is more to do than to take up the kept memory. */
import type { Attempt } from '$lib/memory/attempt';
import { EMPTY, type Memory } from '$lib/memory/card';
import { logOf } from '$lib/memory/log';
import { Removal } from '$lib/memory/removal';
import { replay } from '$lib/memory/replay';
import { hash } from '$lib/random';
import { CHECKPOINT, type Checkpoint, type Remembered } from './checkpoint';
import { wholeLog } from './log';
import type { Database } from './schema';
import { parseAll } from './read';
import { readTail } from './tail';

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
