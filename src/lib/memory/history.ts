import type { Attempt } from './attempt';
import { EMPTY, type Card, type Memory } from './card';
import { recallAfter } from './curve';
import { dayOf } from './day';
import { replay } from './replay';

/** An answer about a fact that had been asked before, on an earlier day. */
export interface Recollection {
	/** The chance of its being right, as memory had it before the answer, from 0 to 1. */
	predicted: number;
	right: boolean;
	/** Whole learner's days since the answer before. */
	days: number;
}

/** Attempts replayed at a stroke: some tens of milliseconds on a slow phone. */
const PART = 2000;

/**
 * What memory expected of each answer before it was given. `log`: a learner's attempts, by `byOrder`. The first
 * answer about a fact is not among them, nor those of the same day, of which the curve knows nothing. Comes in parts, so
 * that a page can draw between them.
 */
export function* history(log: readonly Attempt[]): Generator<Recollection[]> {
	let memory: Memory = EMPTY;
	for (let start = 0; start < log.length; start += PART) {
		const part: Recollection[] = [];
		const note = (attempt: Attempt, before: Card | undefined) => {
			const days = before ? dayOf(attempt) - before.day : 0;
			if (before && days > 0)
				part.push({ predicted: recallAfter(days, before.stability), right: attempt.right, days });
		};
		memory = replay(memory, log.slice(start, start + PART), note);
		yield part;
	}
}
