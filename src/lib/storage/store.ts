import type { Deck } from '$lib/facts/deck';
import type { Archive } from '$lib/memory/archive';
import type { Attempt } from '$lib/memory/attempt';
import { FIRST } from '$lib/memory/first';
import type { Learner } from '$lib/memory/learner';
import type { Removal } from '$lib/memory/removal';
import type { Sitting } from '$lib/quiz/sitting';
import { NOTHING, readCheckpoint, type Remembered } from './checkpoint';
import { Connection } from './database';
import type { Backup, Health } from './health';
import { segmentsOf, type Database } from './schema';
import { note } from './sentinel';
import { recordOf } from './sitting-record';
import type { Snapshot } from './snapshots';
import type { Read } from './read';
import type { Verdict } from './watch';
import { write } from './write';

/**
 * What is kept on the device. Every write is strict: its promise settles only after the browser has
 * handed the transaction to the disk, so that what was shown as saved survives a power cut.
 *
 * What every page needs is here; the rest is loaded when it is asked for.
 */
export class Store {
	readonly #connection: Connection;

	constructor(connection = new Connection()) {
		this.#connection = connection;
	}

	/** See `Connection.listen`. */
	listen(listener: Parameters<Connection['listen']>[0]): void {
		this.#connection.listen(listener);
	}

	/** Lets the storage go; the next call opens it again. */
	close(): Promise<void> {
		return this.#connection.close();
	}

	/** A sitting as it stands now, with the attempts that its newest answer made: both or neither. */
	async record(
		sitting: Sitting,
		attempts: readonly Attempt[] = [],
		learner = FIRST
	): Promise<void> {
		// Throws before anything is written where something can't be stored.
		const rows = structuredClone(attempts);
		const database = await this.#connection.get();
		const keys = await write(database, ['attempts', 'sittings'], async (transaction) => {
			const sittings = transaction.objectStore('sittings');
			const log = transaction.objectStore('attempts');
			const [before, ...added] = await Promise.all([
				sittings.get(sitting.id),
				...rows.map((row) => log.add(row))
			]);
			await sittings.put(recordOf(before?.sitting, sitting, learner), sitting.id);
			return added;
		});
		const ids = rows.map(({ id }) => id);
		note(keys, ids);
	}

	/** What a learner remembers: kept up to the last compaction, and replayed from there. */
	async remembered(learner = FIRST): Promise<Remembered> {
		const database = await this.#connection.get();
		const transaction = database.transaction(['cards', 'attempts', 'segments', 'removals']);
		const [cards, tail, segments, removals] = await Promise.all([
			transaction.objectStore('cards').get(learner),
			transaction.objectStore('attempts').getAll(),
			transaction.objectStore('segments').getAllKeys(segmentsOf(learner)),
			transaction.objectStore('removals').getAll()
		]);
		const kept = readCheckpoint(cards);
		const isDone = kept ?? !segments.length;
		if (isDone && !tail.some((record) => mayBeOf(learner, record)))
			return kept
				? { memory: kept.memory, attempts: kept.memory.count, unreadable: kept.unreadable }
				: NOTHING;
		const { recollect } = await import('./recollect');
		return recollect(database, learner, kept, tail, removals);
	}

	/** The log of a learner's answers in its order, without what was removed. */
	attempts(learner = FIRST): Promise<Read<Attempt>> {
		return this.#care((care, database) => care.wholeLog(database, learner));
	}

	/** Sittings that were begun and not finished. */
	async openSittings(learner = FIRST): Promise<Read<Sitting>> {
		const records = await (await this.#connection.get()).getAllFromIndex('sittings', 'open');
		const own = records.filter((record) => record.learner === learner);
		if (own.length === 0) return { values: [], unreadable: 0 };
		return (await import('./sittings')).readSittings(own);
	}

	async sitting(id: string): Promise<Sitting | undefined> {
		const record = await (await this.#connection.get()).get('sittings', id);
		if (!record) return undefined;
		return (await import('./sittings')).readSittings([record]).values[0];
	}

	async saveDeck(deck: Deck): Promise<void> {
		return (await import('./decks')).saveDeck(await this.#connection.get(), deck);
	}
	async deck(slug: string): Promise<Deck | undefined> {
		return (await import('./decks')).readOneDeck(await this.#connection.get(), slug);
	}
	async decks(): Promise<Read<Deck>> {
		const database = await this.#connection.get();
		if (!(await database.count('decks'))) return { values: [], unreadable: 0 };
		return (await import('./decks')).readDecks(database);
	}

	/** Those who have given a name or changed something. On a fresh device: nobody. */
	async learners(): Promise<Read<Learner>> {
		const records = await (await this.#connection.get()).getAll('learners');
		if (records.length === 0) return { values: [], unreadable: 0 };
		return (await import('./learners')).readLearners(records);
	}
	saveLearner(learner: Learner): Promise<void> {
		return this.#care((care, database) => care.saveLearner(database, learner));
	}

	/** Deletes what it covers, for good, and keeps the removal. */
	remove(removal: Removal): Promise<void> {
		return this.#care((care, database) => care.remove(database, removal));
	}
	/** What a backup still has of it may come again. */
	revoke(removal: string): Promise<void> {
		return this.#care((care, database) => care.revoke(database, removal));
	}

	/** Everything that can be read, of all learners. */
	archive(): Promise<Archive> {
		return this.#care((care, database) => care.archive(database));
	}
	/**
	 * Takes in what another archive has, all of it or nothing, after a snapshot. What either has deleted stays
	 * deleted, but for the removals in `revoke`.
	 */
	merge(archive: Archive, { revoke = [] }: { revoke?: readonly string[] } = {}): Promise<void> {
		return this.#care((care, database) => care.mergeIn(database, archive, revoke));
	}

	/** Copies of what was here before a migration or a restore, the newest first. */
	snapshots(): Promise<Snapshot[]> {
		return this.#care((care, database) => care.snapshots(database));
	}
	snapshot(why: string): Promise<void> {
		return this.#care((care, database) => care.snapshot(database, why));
	}
	/** What a snapshot holds, to be merged. */
	archiveAt(snapshot: number): Promise<Archive> {
		return this.#care((care, database) => care.archiveAt(database, snapshot));
	}

	/** Gathers single records into segments. Other tabs may go on meanwhile. */
	compact(): Promise<void> {
		return this.#care((care, database) => care.compact(database));
	}
	/** To be called at idle moments: compacts where there is much, holds some room back, renews the marks and the copy outside of the database. */
	tend(): Promise<void> {
		return this.#care((care, database) => care.tend(database));
	}

	/**
	 * Where the storage is damaged: makes it anew with all that can still be read or is in the copy outside of it,
	 * and gives that back. What is in neither is gone for good: to be asked for by the person, who has been told to
	 * save a file first.
	 */
	async repair(): Promise<Archive> {
		const left = await this.#care((care, database) => care.salvage(database));
		await this.#connection.forget();
		await this.merge(left);
		await this.recover();
		return this.archive();
	}

	/** Whether all that was ever saved is there; see `lossProblem` for the words. To be asked at every start. */
	check(): Promise<Verdict> {
		return this.#care((care, database) => care.check(database));
	}
	/**
	 * Brings back what the copy outside of the database has and the database has lost.
	 * @returns how many answers came back
	 */
	recover(): Promise<number> {
		return this.#care((care, database) => care.recover(database));
	}
	/** The person knows what is missing: it is said no more. */
	acknowledge(): Promise<void> {
		return this.#care((care, database) => care.acknowledge(database));
	}
	health(): Promise<Health> {
		return this.#care((care, database) => care.health(database));
	}
	/** Takes note that everything was put into a file. */
	backedUp(backup: Backup): Promise<void> {
		return this.#care((care, database) => care.backedUp(database, backup));
	}
	lastBackup(): Promise<Backup | undefined> {
		return this.#care((care, database) => care.lastBackup(database));
	}

	/** Small things to know again at the next visit. */
	noted(name: string): Promise<unknown> {
		return this.#care((_, database) => database.get('notes', name));
	}
	note(name: string, value: unknown): Promise<unknown> {
		return this.#care((_, database) => database.put('notes', value, name));
	}

	async #care<T>(
		use: (care: typeof import('./care'), database: Database) => Promise<T>
	): Promise<T> {
		return use(await import('./care'), await this.#connection.get());
	}
}

/** Whether a record in the tail may be a learner's: it is parsed only where it is needed. */
function mayBeOf(learner: string, record: unknown): boolean {
	const of = (record as { learner?: unknown } | null)?.learner;
	return of === undefined || of === learner;
}
