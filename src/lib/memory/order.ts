import type { Attempt } from './attempt';

/** The logical time of what happens at `at`, after everything up to `newest`. */
export const orderAfter = (newest: number, at: number): number => Math.max(at, newest + 1);

/** The one order of a log, whichever device it comes from. */
export const byOrder = (a: Attempt, b: Attempt): number =>
	a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
