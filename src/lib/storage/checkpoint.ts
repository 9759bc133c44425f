import { EMPTY, type Memory } from '$lib/memory/card';

/** To be raised when a replay of the same log gives another memory: those kept until then are made anew. */
export const CHECKPOINT = 1;

/** What a learner remembers of all their attempts in segments. */
export interface Checkpoint {
	version: typeof CHECKPOINT;
	memory: Memory;
	/** A hash of each attempt's id, to notice one that is recorded a second time. */
	ids: Uint32Array;
	/** Attempts in segments that can't be read. */
	unreadable: number;
}

export interface Remembered {
	memory: Memory;
	/** How many attempts it comes from. */
	attempts: number;
	/** Records that this version can't read. They stay where they are. */
	unreadable: number;
}

export const NOTHING: Remembered = { memory: EMPTY, attempts: 0, unreadable: 0 };

/** Made by this version of the app, of nothing but the log: one of any other kind is no loss. */
export const readCheckpoint = (kept: unknown): Checkpoint | undefined =>
	(kept as Checkpoint | undefined)?.version === CHECKPOINT ? (kept as Checkpoint) : undefined;
