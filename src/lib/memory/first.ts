import type { Learner, Pace } from './learner';

export const PACE: Pace = { retention: 0.9, load: 60, fresh: 10 };

/** The learner of a device on which nobody has given a name. */
export const FIRST = 'me';

export const firstLearner = (at: number): Learner => ({
	version: 1,
	id: FIRST,
	name: '',
	clearOnExit: false,
	pace: PACE,
	createdAt: at,
	changedAt: 0
});
