import type { Attempt } from './attempt';
import type { Learner } from './learner';
import type { Removal } from './removal';
import type { Sitting } from '$lib/quiz/sitting';
/** Everything that a device keeps, or what a file holds of it. */
export interface Archive {
	attempts: readonly Attempt[];
	removals: readonly Removal[];
	learners: readonly Learner[];
	/** Decks that were brought along, as deck files. */
	decks: readonly { file: unknown; broughtAt: number }[];
	/** Sittings that were begun and not finished. */
	sittings: readonly { sitting: Sitting; learner: string }[];
}
