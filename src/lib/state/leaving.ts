import type { Learner } from '$lib/memory/learner';
import type { Store } from '$lib/storage/store';
import { now } from './now';

const LOCK = 'quern-open';

/**
 * Forgets those who asked for it when they leave, at the first start after that. They have left when no tab
 * of Quern is open any more and this one has not just been loaded again. Nothing is kept of the forgetting, so
 * that their backup comes back whole.
 */
export async function forgetThoseWhoLeft(
	store: Store,
	learners: readonly Learner[]
): Promise<void> {
	const stays = sessionStorage.getItem('quern-session') !== null || (await anotherTab());
	// Held as long as this tab lives.
	void navigator.locks?.request(LOCK, { mode: 'shared' }, () => new Promise(() => undefined));
	if (stays) return;
	const { at } = now();
	for (const learner of learners) {
		if (!learner.clearOnExit) continue;
		const id = `left:${learner.id}:${at}`;
		await store.remove({
			version: 1,
			id,
			at,
			order: Number.MAX_SAFE_INTEGER,
			what: { type: 'answers', learner: learner.id },
			revoked: false
		});
		await store.revoke(id);
	}
}

/** Whether another tab is open; not known without a secure context, where this one then counts as the first. */
async function anotherTab(): Promise<boolean> {
	const held = (await navigator.locks?.query())?.held ?? [];
	return held.some(({ name }) => name === LOCK);
}
