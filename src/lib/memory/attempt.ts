import * as z from 'zod/mini';
import { Given, Kind } from '$lib/questions/question';
import { orderAfter } from './order';

/** The durable record of one answer about one fact. Never changed, never deleted but by the learner's wish. */
export const Attempt = z.strictObject({
	version: z.literal(2),
	/** Made from sitting, item and fact: the same answer saved twice is one attempt. */
	id: z.string(),
	learner: z.string(),
	deck: z.string(),
	fact: z.string(),
	question: z.string(),
	kind: Kind,
	/** Slot of the fact that was asked for; absent where no single one was. */
	slot: z.optional(z.int()),
	given: Given,
	right: z.boolean(),
	/** Hints that were taken before the answer; absent where none was. */
	hints: z.optional(z.int()),
	/** Milliseconds that the question was on the screen; shared out where it was about several facts. */
	ms: z.number().check(z.nonnegative()),
	/** Milliseconds since 1970, UTC, as the device's clock said. */
	at: z.number(),
	/** Minutes that local time was ahead of UTC. */
	offset: z.int(),
	/**
	 * Logical time: `at`, but always after every attempt that the device knew when this one was given. A clock
	 * that was set back changes no order, and the logs of two devices have one order when they are merged.
	 */
	order: z.number(),
	where: z.enum(['quiz', 'review', 'class']),
	sitting: z.string()
});
export type Attempt = z.infer<typeof Attempt>;

/** An attempt of version 1, of which the order is where it stood in its log. */
export function fromVersion1(value: unknown, newest: number): unknown {
	if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1)
		return value;
	const at = 'at' in value && typeof value.at === 'number' ? value.at : 0;
	return { ...value, version: 2, order: orderAfter(newest, at) };
}
