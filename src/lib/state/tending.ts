import { lossProblem } from '$lib/storage/losses';
import type { Problem } from '$lib/result';
import type { Store } from '$lib/storage/store';
import { reminder } from './reminder';

const DAY = 86_400_000;

/** What the storage has to say at an idle moment. */
export interface Word {
	/** Answers that were saved and are not there any more. */
	loss: Problem | undefined;
	/** A sentence where it is time for a backup. */
	reminder: string | undefined;
}

/** Looks whether all is there, gathers what is loose, and asks the browser to keep it once there is something to lose. */
export async function tend(store: Store, now: number): Promise<Word> {
	const loss = lossProblem(await store.check());
	// A short log is no base to gather from: what a backup brings back comes first.
	if (!loss) await store.tend();
	const { answers, lastBackup, persisted } = await store.health();
	return {
		loss,
		reminder: reminder({
			answersSince: Math.max(0, answers - (lastBackup?.answers ?? 0)),
			daysSince: lastBackup ? (now - lastBackup.at) / DAY : 0,
			persisted
		})
	};
}
