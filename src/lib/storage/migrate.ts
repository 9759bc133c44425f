/** From older databases to the newest, one version at a time, in the one transaction of the upgrade. */
import { FIRST } from '$lib/memory/first';
import { copyInto } from './snapshots';
import { VERSION, type Database, type Stores, type Upgrade } from './schema';

/** `steps[n]` makes version `n + 2` of version `n + 1`. What a step can't read it leaves where it is. */
const steps: ((database: Database, transaction: Upgrade) => Promise<void>)[] = [toVersion2];

/**
 * Brings a database of version `from` up to date.
 * @param copied whether all that was there is copied first, raw, into a snapshot
 */
export function migrate(
	database: Database,
	transaction: Upgrade,
	from: number,
	copied: boolean
): void {
	void (async () => {
		try {
			const before = [...transaction.objectStoreNames];
			if (!before.includes('snapshots')) database.createObjectStore('snapshots');
			if (copied) await copyInto(transaction, before.filter(isCopied), `before version ${VERSION}`);
			for (const step of steps.slice(from - 1)) await step(database, transaction);
		} catch {
			// All or nothing; who asked to open hears of it. It may have ended by itself.
			if (!transaction.error) transaction.abort();
		}
	})();
}

const isCopied = (name: Stores): boolean => name !== 'snapshots' && name !== 'reserve';

/**
 * Learners, removals, segments. Attempts of version 1 stay as they are: they are read in their order, and the
 * next compaction writes them anew.
 */
async function toVersion2(database: Database, transaction: Upgrade): Promise<void> {
	for (const name of ['segments', 'cards', 'removals', 'learners', 'reserve', 'notes'] as const)
		database.createObjectStore(name);
	const decks = transaction.objectStore('decks');
	const now = Date.now();
	for (let cursor = await decks.openCursor(); cursor; cursor = await cursor.continue())
		await cursor.update({ file: cursor.value, broughtAt: now });
	const sittings = transaction.objectStore('sittings');
	sittings.createIndex('done', 'done');
	for (let cursor = await sittings.openCursor(); cursor; cursor = await cursor.continue()) {
		const { sitting, open } =
			(cursor.value as unknown) instanceof Object ? cursor.value : { sitting: cursor.value };
		await cursor.update({
			sitting,
			learner: FIRST,
			...(open ? { open } : { done: startOf(sitting) })
		});
	}
}

/** When a sitting began, as far as can be told; those of which it can't be told count as the oldest. */
function startOf(sitting: unknown): number {
	const at = (sitting as { startedAt?: unknown } | null | undefined)?.startedAt;
	return typeof at === 'number' ? at : 0;
}
