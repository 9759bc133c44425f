/** Single records become segments, and with them the memory that is kept of them. */
import type { Attempt } from '$lib/memory/attempt';
import { EMPTY } from '$lib/memory/card';
import { logOf } from '$lib/memory/log';
import { Removal } from '$lib/memory/removal';
import { replay } from '$lib/memory/replay';
import { readCheckpoint, type Checkpoint } from './checkpoint';
import { readSegments } from './log';
import { checkpointOf, follow } from './recollect';
import { segmentsOf, type Database, type SegmentKey } from './schema';
import { encode, type Segment } from './segments';
import { parseAll } from './read';
import { readTail } from './tail';
import { together } from './together';
import { write, type Transaction } from './write';

/** Finished sittings that are kept to be looked at. */
const SITTINGS = 50;
const TRIES = 3;

/**
 * Moves all that can be read from the tail into segments and renews the memory kept of each learner; lets old
 * sittings go. The work is planned outside of the transaction, so that nobody who answers has to wait for it,
 * and written in one, if nothing has changed underneath; else planned anew.
 */
export async function compact(database: Database): Promise<void> {
	for (let tries = 0; tries < TRIES; tries++) {
		const plan = await planned(database);
		const isDone = await write(
			database,
			['attempts', 'segments', 'cards', 'sittings'],
			async (transaction) => {
				if (!(await stands(transaction, plan))) return false;
				await carryOut(transaction, plan);
				return true;
			}
		);
		if (isDone) return;
	}
}

interface Plan {
	/** Keys of the tail and of all segments at the time. */
	tail: number[];
	segments: SegmentKey[];
	/** Those of the tail that go. */
	moved: number[];
	moves: Move[];
}

/** What becomes of one learner's attempts. */
interface Move {
	learner: string;
	/** Small segments that the new one takes up. */
	absorbed: SegmentKey[];
	/** Records that went into the new segment. */
	records: number;
	segment: Segment | undefined;
	checkpoint: Checkpoint;
}

async function planned(database: Database): Promise<Plan> {
	const transaction = database.transaction(['attempts', 'segments', 'cards', 'removals']);
	const [tail, records, segments, learners, cards, removed] = await Promise.all([
		transaction.objectStore('attempts').getAllKeys(),
		transaction.objectStore('attempts').getAll(),
		transaction.objectStore('segments').getAllKeys(),
		transaction.objectStore('cards').getAllKeys(),
		transaction.objectStore('cards').getAll(),
		transaction.objectStore('removals').getAll()
	]);
	const read = readTail(records);
	const removals = parseAll(Removal, removed).values;
	const tails = Map.groupBy(
		read.filter((attempt) => attempt !== undefined),
		({ learner }) => learner
	);
	const moves: Move[] = [];
	for (const learner of new Set([...tails.keys(), ...segments.map(([of]) => of)])) {
		const kept = readCheckpoint(cards[learners.indexOf(learner)]);
		const own = tails.get(learner) ?? [];
		if (own.length || !kept) moves.push(await moveOf(database, learner, own, kept, removals));
	}
	return { tail, segments, moved: tail.filter((_, n) => read[n]), moves };
}

async function moveOf(
	database: Database,
	learner: string,
	own: readonly Attempt[],
	kept: Checkpoint | undefined,
	removals: readonly Removal[]
): Promise<Move> {
	const keys = await database.getAllKeys('segments', segmentsOf(learner));
	const log = logOf(own, removals);
	const simple = kept && follow(kept, log) ? kept : undefined;
	let records = own.length;
	const absorbed: SegmentKey[] = [];
	const taken: Attempt[] = [];
	const older = new Map<SegmentKey, readonly Attempt[] | undefined>();
	const attemptsIn = async (key: SegmentKey): Promise<readonly Attempt[] | undefined> => {
		if (!older.has(key)) older.set(key, await readOne(database, key));
		return older.get(key);
	};
	// Each is at least twice as large as the next: there are few, and none is written anew often.
	for (const key of own.length ? keys.toReversed() : []) {
		const attempts = key[2] <= 2 * records ? await attemptsIn(key) : undefined;
		if (!attempts) break;
		absorbed.push(key);
		taken.push(...attempts);
		records += key[2];
	}
	const segment = own.length ? encode(learner, logOf([...taken, ...own], removals)) : undefined;
	if (simple) {
		const memory = replay(simple.memory, log);
		const checkpoint = checkpointOf(memory, log, simple.unreadable, simple.ids);
		return { learner, absorbed, records, segment, checkpoint };
	}
	const all: Attempt[] = [...own];
	let unreadable = 0;
	for (const key of keys) {
		const attempts = await attemptsIn(key);
		if (attempts) for (const attempt of attempts) all.push(attempt);
		else unreadable += key[2];
	}
	const whole = logOf(all, removals);
	const checkpoint = checkpointOf(replay(EMPTY, whole), whole, unreadable);
	return { learner, absorbed, records, segment, checkpoint };
}

async function readOne(
	database: Database,
	key: SegmentKey
): Promise<readonly Attempt[] | undefined> {
	const stored = await database.get('segments', key).catch(() => undefined);
	const { values, unreadable } = readSegments([key], [stored]);
	return unreadable ? undefined : values;
}

/** Whether all is as it was when the plan was made; answers that came since don't matter. */
async function stands(transaction: Transaction, plan: Plan): Promise<boolean> {
	const last = plan.tail.at(-1) ?? 0;
	const [tail, segments] = await Promise.all([
		transaction.objectStore('attempts').getAllKeys(IDBKeyRange.upperBound(last)),
		transaction.objectStore('segments').getAllKeys()
	]);
	return (
		String(tail) === String(plan.tail) && JSON.stringify(segments) === JSON.stringify(plan.segments)
	);
}

async function carryOut(transaction: Transaction, plan: Plan): Promise<void> {
	const attempts = transaction.objectStore('attempts');
	const segments = transaction.objectStore('segments');
	const requests: (() => Promise<unknown>)[] = [];
	if (plan.moved.length === plan.tail.length && plan.tail.length)
		requests.push(() => attempts.delete(IDBKeyRange.upperBound(plan.tail.at(-1))));
	else requests.push(...plan.moved.map((key) => () => attempts.delete(key)));
	let n = Math.max(0, ...plan.segments.map(([, place]) => place));
	for (const { learner, absorbed, records, segment, checkpoint } of plan.moves) {
		requests.push(...absorbed.map((key) => () => segments.delete(key)));
		if (segment) requests.push(() => segments.add(segment, [learner, ++n, records]));
		requests.push(() => transaction.objectStore('cards').put(checkpoint, learner));
	}
	const sittings = transaction.objectStore('sittings');
	const finished = await sittings.index('done').getAllKeys();
	requests.push(...finished.slice(0, -SITTINGS).map((id) => () => sittings.delete(id)));
	await together(requests);
}
