import type { Attempt } from './attempt';

/** What the attempts tell of one fact: the first form of memory, replayed from the log. */
export interface Recall {
	deck: string;
	fact: string;
	tries: number;
	/** Right answers in a row up to the last; 0 after a miss. */
	streak: number;
	last: Attempt;
}

/** How a fact stands with the learner. */
export type Standing = 'unasked' | 'missed' | 'once' | 'firm';

export const factKey = (deck: string, fact: string): string => `${deck}/${fact}`;

/**
 * Replays attempts in the order they were written: the clock of a device may have jumped, the log has not.
 * An attempt that stands twice (two tabs, a file read in again) counts once.
 */
export function recallOf(attempts: Iterable<Attempt>): Map<string, Recall> {
	const recalls = new Map<string, Recall>();
	const seen = new Set<string>();
	for (const attempt of attempts) {
		if (seen.has(attempt.id)) continue;
		seen.add(attempt.id);
		const key = factKey(attempt.deck, attempt.fact);
		const before = recalls.get(key);
		recalls.set(key, {
			deck: attempt.deck,
			fact: attempt.fact,
			tries: (before?.tries ?? 0) + 1,
			streak: attempt.right ? (before?.streak ?? 0) + 1 : 0,
			last: attempt
		});
	}
	return recalls;
}

export function standingOf(recall: Recall | undefined): Standing {
	if (!recall) return 'unasked';
	if (recall.streak === 0) return 'missed';
	return recall.streak === 1 ? 'once' : 'firm';
}

/** Facts to review: missed ones first, the longest missed before the others; then those right once, likewise. */
export function reviewOrder(recalls: Iterable<Recall>): Recall[] {
	const rank: Record<Standing, number> = { missed: 0, once: 1, firm: 2, unasked: 3 };
	return [...recalls]
		.map((recall, place) => ({ recall, place }))
		.toSorted(
			(a, b) =>
				rank[standingOf(a.recall)] - rank[standingOf(b.recall)] ||
				a.recall.last.at - b.recall.last.at ||
				a.place - b.place
		)
		.map(({ recall }) => recall);
}
