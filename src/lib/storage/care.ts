/** All that looks after the store and that no page needs at once: loaded when it is asked for. */
import { compact } from './compact';
import { keepReserve } from './reserve';
import type { Database } from './schema';
import { keepCopy } from './watch';

export { archive, archiveAt, mergeIn } from './archive';
export { backedUp, health, lastBackup } from './health';
export { migrate } from './migrate';
export { wholeLog } from './log';
export { saveLearner } from './learners';
export { salvage } from './salvage';
export { remove, revoke } from './removal';
export { snapshot, snapshots } from './snapshots';
export { acknowledge, check } from './watch';
export { compact };

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
}
