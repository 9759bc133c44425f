import * as z from 'zod/mini';

/**
 * What somebody deleted on purpose. It is kept, so that a backup that still has it does not bring it back, and
 * so that two devices agree whichever is merged into which.
 */
export const Removal = z.strictObject({
	version: z.literal(1),
	id: z.string(),
	/** Milliseconds since 1970, UTC. */
	at: z.number(),
	/** Logical time, on the scale of `Attempt.order`: what came later is not touched. */
	order: z.number(),
	what: z.discriminatedUnion('type', [
		/** One answer, undone. */
		z.strictObject({ type: z.literal('attempt'), attempt: z.string() }),
		/** All that a learner had answered up to then, in one deck or in all. */
		z.strictObject({
			type: z.literal('answers'),
			learner: z.string(),
			deck: z.optional(z.string())
		}),
		/** A deck that was brought along. One that is brought anew later stays. */
		z.strictObject({ type: z.literal('deck'), deck: z.string() }),
		/** A learner, with all that is theirs. */
		z.strictObject({ type: z.literal('learner'), learner: z.string() })
	]),
	/** Taken back: what a backup still has of it may come again. Never becomes false again. */
	revoked: z.boolean()
});
export type Removal = z.infer<typeof Removal>;
