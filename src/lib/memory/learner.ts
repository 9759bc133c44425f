import * as z from 'zod/mini';

/** How much is asked, and how surely it is to be remembered. */
export const Pace = z.strictObject({
	/** The chance of still knowing a fact at which it comes back. */
	retention: z.number().check(z.minimum(0.7), z.maximum(0.97)),
	/** Reviews a day at the most. */
	load: z.int().check(z.minimum(1), z.maximum(9999)),
	/** Facts never asked before, a day at the most. */
	fresh: z.int().check(z.minimum(0), z.maximum(9999)),
	/** Day by which everything is to be known: `2027-05-31`. */
	exam: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))
});
export type Pace = z.infer<typeof Pace>;

/** A person on this device. Replaced whole; of two, the one changed later counts. */
export const Learner = z.strictObject({
	version: z.literal(1),
	id: z.string(),
	/** Empty for the first learner of a device, who has not given a name: "You". */
	name: z.string().check(z.maxLength(60)),
	/** A latch, not a lock: salted hash of the digits, against a glance from the next seat. */
	pin: z.optional(z.strictObject({ salt: z.string(), hash: z.string() })),
	/** On a device that is shared: the answers are forgotten when the learner leaves. */
	clearOnExit: z.boolean(),
	pace: Pace,
	createdAt: z.number(),
	/** Milliseconds since 1970, UTC. */
	changedAt: z.number()
});
export type Learner = z.infer<typeof Learner>;
