/** Everything that is kept, as one thing: for a backup, and to take another in. */
import type { Archive } from '$lib/memory/archive';
import type { Attempt } from '$lib/memory/attempt';
import { FIRST } from '$lib/memory/first';
import { Learner } from '$lib/memory/learner';
import { merge, revoked, withoutRemoved } from '$lib/memory/merge';
import { Removal } from '$lib/memory/removal';
import { fold } from '$lib/quiz/fold';
import { Sitting } from '$lib/quiz/sitting';
import { compact } from './compact';
import { readSegments } from './log';
import type { Database, SegmentKey, Stores } from './schema';
import { encode } from './segments';
import { recordOf } from './sitting-record';
import { COPIED, copyInto, type Part } from './snapshots';
import { parseAll } from './read';
import { readTail } from './tail';
import { together } from './together';
import { check, countGone, recordsIn } from './watch';
import { write, type Transaction } from './write';

export const STORES = [
	'attempts',
	'segments',
	'removals',
	'learners',
	'decks',
	'sittings'
] as const;
export type Raw = Record<(typeof STORES)[number], Pick<Part, 'keys' | 'values'>>;

/** All that this version can read; of sittings, those that are not finished. */
export async function archive(database: Database): Promise<Archive> {
	const whole = archiveOf(await read(database.transaction([...STORES])));
	return { ...whole, sittings: whole.sittings.filter(({ sitting }) => !fold(sitting).finished) };
}

/** What was here when a snapshot was taken. */
export async function archiveAt(database: Database, at: number): Promise<Archive> {
	const range = IDBKeyRange.bound([at, 1], [at, Infinity]);
	const parts = (await database.getAll('snapshots', range)) as Part[];
	const raw = Object.fromEntries(
		STORES.map((name) => {
			const own = parts.filter(({ store }) => store === name);
			return [
				name,
				{ keys: own.flatMap(({ keys }) => keys), values: own.flatMap(({ values }) => values) }
			];
		})
	) as Raw;
	return archiveOf(raw, at);
}

/**
 * What is here and what is in the other, without what either has deleted on purpose; after a snapshot, all in
 * one transaction.
 * @param revoke ids of removals that are taken back
 */
export async function mergeIn(
	database: Database,
	other: Archive,
	revoke: readonly string[]
): Promise<void> {
	await write(database, [...COPIED, 'snapshots', 'cards'], async (transaction) => {
		const raw = await read(transaction);
		const here = archiveOf(raw);
		const all = withoutRemoved(revoked(merge(here, other), revoke));
		await copyInto(transaction, COPIED, 'before a restore');
		// What is less now was there twice, or is deleted on purpose.
		await countGone(transaction, readableRecords(raw) - all.attempts.length);
		await together([
			...putAttempts(transaction, raw, all.attempts),
			...putOthers(transaction, raw, here, all)
		]);
	});
	// The memory of all of it, which was let go.
	await compact(database);
	await check(database);
}

async function read(transaction: {
	objectStore(name: Stores): {
		getAllKeys(): Promise<IDBValidKey[]>;
		getAll(): Promise<unknown[]>;
	};
}): Promise<Raw> {
	const stores = await Promise.all(
		STORES.map(async (name) => {
			const store = transaction.objectStore(name);
			const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
			return [name, { keys, values }];
		})
	);
	return Object.fromEntries(stores) as Raw;
}

/** Records that `archiveOf` reads attempts from. */
const readableRecords = ({ attempts, segments }: Raw): number => {
	const keys = segments.keys as SegmentKey[];
	const { unreadable } = readSegments(keys, segments.values);
	return recordsIn(keys) - unreadable + readTail(attempts.values).filter(Boolean).length;
};

/** @param at when decks were brought along of which version 1 did not keep it */
export function archiveOf(raw: Raw, at = 0): Archive {
	const older = readSegments(raw.segments.keys as SegmentKey[], raw.segments.values).values;
	const newer = readTail(raw.attempts.values).filter((attempt) => attempt !== undefined);
	return {
		attempts: [...older, ...newer],
		removals: parseAll(Removal, raw.removals.values).values,
		learners: parseAll(Learner, raw.learners.values).values,
		decks: raw.decks.values.flatMap((value) => {
			if (!(value instanceof Object)) return [];
			return 'broughtAt' in value
				? [value as Archive['decks'][number]]
				: [{ file: value, broughtAt: at }];
		}),
		sittings: raw.sittings.values.flatMap((value) => {
			const record = value as { sitting?: unknown; learner?: string } | undefined;
			const { data } = Sitting.safeParse(record?.sitting);
			return data ? [{ sitting: data, learner: record?.learner ?? FIRST }] : [];
		})
	};
}

/** One segment for each learner in place of all that could be read. */
function putAttempts(
	transaction: Transaction,
	raw: Raw,
	attempts: readonly Attempt[]
): (() => Promise<unknown>)[] {
	const tail = transaction.objectStore('attempts');
	const segments = transaction.objectStore('segments');
	const keys = raw.segments.keys as SegmentKey[];
	const readable = readTail(raw.attempts.values);
	const requests: (() => Promise<unknown>)[] = (raw.attempts.keys as number[])
		.filter((_, n) => readable[n])
		.map((key) => () => tail.delete(key));
	for (const [n, key] of keys.entries())
		if (!readSegments([key], [raw.segments.values[n]]).unreadable)
			requests.push(() => segments.delete(key));
	let place = Math.max(0, ...keys.map(([, n]) => n));
	for (const [learner, own] of Map.groupBy(attempts, (attempt) => attempt.learner))
		requests.push(() => segments.add(encode(learner, own), [learner, ++place, own.length]));
	requests.push(() => transaction.objectStore('cards').clear());
	return requests;
}

function putOthers(
	transaction: Transaction,
	raw: Raw,
	here: Archive,
	all: Archive
): (() => Promise<unknown>)[] {
	const requests: (() => Promise<unknown>)[] = [];
	/** Those that were here and are no more go; those that can't be read were never told, and stay. */
	const replace = (
		name: 'learners' | 'decks' | 'sittings',
		before: readonly string[],
		after: ReadonlyMap<string, unknown>
	): void => {
		const store = transaction.objectStore(name);
		for (const key of before) if (!after.has(key)) requests.push(() => store.delete(key));
		for (const [key, value] of after) requests.push(() => store.put(value, key));
	};
	for (const removal of all.removals)
		requests.push(() => transaction.objectStore('removals').put(removal, removal.id));
	replace(
		'learners',
		here.learners.map(({ id }) => id),
		new Map(all.learners.map((learner) => [learner.id, learner]))
	);
	replace('decks', here.decks.map(slugOf), new Map(all.decks.map((deck) => [slugOf(deck), deck])));
	const sittings = new Map(here.sittings.map(({ sitting }) => [sitting.id, sitting]));
	replace(
		'sittings',
		[...sittings.keys()],
		new Map(
			all.sittings.map(({ sitting, learner }) => [
				sitting.id,
				recordOf(sittings.get(sitting.id), sitting, learner)
			])
		)
	);
	return requests;
}

const slugOf = ({ file }: Archive['decks'][number]): string =>
	String((file as { slug?: unknown } | null)?.slug);
