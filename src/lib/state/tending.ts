import { isLost, lossProblem } from '$lib/storage/losses';
import type { Problem } from '$lib/result';
import type { Store } from '$lib/storage/store';
import { reminder } from './reminder';

const DAY = 86_400_000;

/** What the storage has to say at an idle moment. */
export interface Word {
	/** What is to be told of answers that were saved and were not there any more. */
	loss: Problem | undefined;
	/** Answers that came back from the copy outside of the database. */
	regained: number;
	/** A sentence where it is time for a backup. */
	reminder: string | undefined;
}

/** Looks whether all is there, brings back what is not, gathers what is loose, and asks the browser to keep it once there is something to lose. */
export async function tend(store: Store, now: number): Promise<Word> {
	const before = await store.check();
	const regained = isLost(before) ? await store.recover().catch(() => 0) : 0;
	const after = regained > 0 ? await store.check() : before;
	const loss = lossProblem(after, regained);
	// A short log is no base to gather from: what a backup brings back comes first.
	if (!isLost(after)) await store.tend();
	const { answers, lastBackup, persisted } = await store.health();
	return {
		loss,
		regained,
		reminder: reminder({
			answersSince: Math.max(0, answers - (lastBackup?.answers ?? 0)),
			daysSince: lastBackup ? (now - lastBackup.at) / DAY : 0,
			persisted
		})
	};
}
