import * as z from 'zod/mini';
import { Given, Kind } from '$lib/questions/question';
import type { Answer, Sitting } from '$lib/quiz/sitting';

/** The durable record of one answer about one fact. Never changed, never deleted but by the learner's wish. */
export const Attempt = z.strictObject({
	version: z.literal(1),
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
	/** Milliseconds that the question was on the screen; shared out where it was about several facts. */
	ms: z.number().check(z.nonnegative()),
	/** Milliseconds since 1970, UTC. */
	at: z.number(),
	/** Minutes that local time was ahead of UTC. */
	offset: z.int(),
	where: z.enum(['quiz', 'review', 'class']),
	sitting: z.string()
});
export type Attempt = z.infer<typeof Attempt>;

/** The attempts that one answer makes: one for each fact in the question. */
export function attemptsOf(
	sitting: Pick<Sitting, 'id' | 'where' | 'items'>,
	item: number,
	answer: Answer,
	context: { learner: string; offset: number }
): Attempt[] {
	const place = sitting.items[item];
	if (!place) return [];
	const { deck, question } = place;
	return question.factIds.map((fact) => ({
		version: 1,
		id: `${sitting.id}:${item}:${fact}`,
		learner: context.learner,
		deck,
		fact,
		question: question.id,
		kind: question.kind,
		...(question.slot === undefined ? {} : { slot: question.slot }),
		given: answer.given,
		right: answer.score.facts[fact] ?? answer.score.right,
		ms: Math.round(answer.ms / question.factIds.length),
		at: answer.at,
		offset: context.offset,
		where: sitting.where,
		sitting: sitting.id
	}));
}
