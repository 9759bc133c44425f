/** All that looks after the store and that no page needs at once: loaded when it is asked for, the heavier half later still. */
import type { Archive } from '$lib/memory/archive';
import type { Removal } from '$lib/memory/removal';
import { compact } from './compact';
import { remove as removeOnly } from './removal';
import { keepReserve } from './reserve';
import type { Database } from './schema';
import { keepCopy } from './watch';

export { backedUp, health, lastBackup } from './health';
export { migrate } from './migrate';
export { wholeLog } from './log';
export { saveLearner } from './learners';
export { revoke } from './removal';
export { snapshot, snapshots } from './snapshots';
export { acknowledge, check } from './watch';
export { compact };

const whole = () => import('./whole');

/** Records in the tail from which it is worth gathering them. */
const LONG = 200;

/** What is to be done from time to time, at an idle moment. */
export async function tend(database: Database): Promise<void> {
	const transaction = database.transaction(['attempts', 'segments', 'cards']);
	const [tail, segments, cards] = await Promise.all([
		transaction.objectStore('attempts').count(),
		transaction.objectStore('segments').getAllKeys(),
		transaction.objectStore('cards').getAllKeys()
	]);
	const isForgotten = segments.some(([learner]) => !cards.includes(learner));
	if (tail >= LONG || isForgotten) await compact(database);
	await keepReserve(database);
	await keepCopy();
	await (await whole()).keepSpare(database);
}

/** Deletes what a removal covers, also from the copy outside of the database. */
export async function remove(database: Database, removal: Removal): Promise<void> {
	await removeOnly(database, removal);
	// An answer undone tells nothing of anybody; the next copy is without it.
	if (removal.what.type !== 'attempt') await (await whole()).renewSpare(database);
}

/** What is here and what is in the other archive; see `Store.merge`. */
export async function mergeIn(
	database: Database,
	other: Archive,
	revoke: readonly string[]
): Promise<void> {
	const { mergeIn, renewSpare } = await whole();
	await mergeIn(database, other, revoke);
	// It may have brought removals along.
	await renewSpare(database);
}

export const archive = async (database: Database): Promise<Archive> =>
	(await whole()).archive(database);
export const archiveAt = async (database: Database, at: number): Promise<Archive> =>
	(await whole()).archiveAt(database, at);
export const salvage = async (database: Database): Promise<Archive> =>
	(await whole()).salvage(database);
export const recover = async (database: Database): Promise<number> =>
	(await whole()).recover(database);
