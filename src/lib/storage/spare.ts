/**
 * A copy of everything in the site's own files, apart from the database. Where the browser has lost or damaged the
 * database, what the copy has is brought back. Where a browser gives a site no files, there is none.
 */
import type { Counts } from '$lib/formats/backup';
import { archive, mergeIn } from './archive';
import type { Database } from './schema';
import { dropFile, fileOf, openFile } from './spare-file';
import { recordsIn } from './watch';

/** A copy with as many records as there are is renewed once a day: names and paces may have changed. */
const FRESH = 86_400_000; // ms
/** The copy says in its head what it is in place of a build. */
const BUILD = 'copy';

/** Renews the copy where something has changed. It appears whole or not at all. */
export async function keepSpare(database: Database, now = Date.now()): Promise<void> {
	const kept = await fileOf();
	if (kept) {
		const { readHead } = await import('$lib/formats/backup-head');
		const head = await readHead(kept);
		const counts = await counted(database);
		// After a deletion on purpose it was made anew: more in it than here is a loss that nobody has noticed.
		if (head && head.counts.attempts > counts.attempts) await recover(database);
		else if (head && isSame(head.counts, counts) && now - head.madeAt < FRESH) return;
	}
	const all = await archive(database);
	try {
		const { writeBackup } = await import('$lib/formats/backup-write');
		await writeBackup(all, { madeAt: now, build: BUILD }).pipeTo(await openFile());
	} catch {
		return; // no files, or no room for it: the one before stays as it was
	}
}

/** Makes the copy anew after something was deleted on purpose, which is not to stay in it. */
export async function renewSpare(database: Database): Promise<void> {
	if (await dropFile()) await keepSpare(database);
}

/** Brings back what the copy has and the database has not. @returns how many answers came back */
export async function recover(database: Database): Promise<number> {
	const kept = await fileOf();
	if (!kept?.size) return 0;
	const { readBackup } = await import('$lib/formats/backup-read');
	const found = await readBackup(kept);
	const whole = found.ok ? found.value : found.error.rest;
	if (!whole) return 0;
	const before = (await counted(database)).attempts;
	await mergeIn(database, whole.archive, []);
	return Math.max(0, (await counted(database)).attempts - before);
}

/** What a copy made now would have, but for quizzes that were begun. */
async function counted(database: Database): Promise<Omit<Counts, 'sittings'>> {
	const [tail, segments, removals, learners, decks] = await Promise.all([
		database.count('attempts'),
		database.getAllKeys('segments'),
		database.count('removals'),
		database.count('learners'),
		database.count('decks')
	]);
	return { attempts: tail + recordsIn(segments), removals, learners, decks };
}

const isSame = (a: Counts, b: Omit<Counts, 'sittings'>): boolean =>
	a.attempts === b.attempts &&
	a.removals === b.removals &&
	a.learners === b.learners &&
	a.decks === b.decks;
