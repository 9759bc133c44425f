import * as z from 'zod/mini';
import { Given, Kind } from '$lib/questions/question';
import type { Answer, Sitting } from '$lib/quiz/sitting';

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

/** The logical time of what happens at `at`, after everything up to `newest`. */
export const orderAfter = (newest: number, at: number): number => Math.max(at, newest + 1);

/** The one order of a log, whichever device it comes from. */
export const byOrder = (a: Attempt, b: Attempt): number =>
	a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What an answer about a fact is called. One that was taken back leaves its name to nobody. */
export function attemptId(
	sitting: Pick<Sitting, 'id' | 'events'>,
	item: number,
	fact: string
): string {
	const undone = sitting.events.filter((event) => event.type === 'undone' && event.item === item);
	return `${sitting.id}:${item}:${fact}${undone.length ? `:${undone.length}` : ''}`;
}

/** The attempts that one answer makes: one for each fact in the question. `newest`: the latest `order` known. */
export function attemptsOf(
	sitting: Pick<Sitting, 'id' | 'where' | 'items' | 'events'>,
	item: number,
	answer: Answer,
	context: { learner: string; offset: number; newest: number }
): Attempt[] {
	const place = sitting.items[item];
	if (!place) return [];
	const { deck, question } = place;
	const first = orderAfter(context.newest, answer.at);
	return question.factIds.map((fact, n) => ({
		version: 2,
		id: attemptId(sitting, item, fact),
		learner: context.learner,
		deck,
		fact,
		question: question.id,
		kind: question.kind,
		...(question.slot === undefined ? {} : { slot: question.slot }),
		given: answer.given,
		right: answer.score.facts[fact] ?? answer.score.right,
		...(answer.hints ? { hints: answer.hints } : {}),
		ms: Math.round(answer.ms / question.factIds.length),
		at: answer.at,
		offset: context.offset,
		order: first + n,
		where: sitting.where,
		sitting: sitting.id
	}));
}

/** An attempt of version 1, of which the order is where it stood in its log. */
export function fromVersion1(value: unknown, newest: number): unknown {
	if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1)
		return value;
	const at = 'at' in value && typeof value.at === 'number' ? value.at : 0;
	return { ...value, version: 2, order: orderAfter(newest, at) };
}
