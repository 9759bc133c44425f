import * as z from 'zod/mini';
import { Given, Question, Score } from '$lib/questions/question';

const At = z.number(); // milliseconds since 1970, UTC
const Index = z.int().check(z.nonnegative());

/** What happened in a sitting. The log is the truth: `fold` makes the rest of it. */
export const SittingEvent = z.discriminatedUnion('type', [
	/** `score`: what the learner was told. `ms`: time that the question was on the screen, without pauses. */
	z.strictObject({
		type: z.literal('answered'),
		item: Index,
		given: Given,
		score: Score,
		ms: z.number(),
		/** Hints taken before; absent where none was. */
		hints: z.optional(z.int()),
		at: At
	}),
	/** The answer was taken back: the question is open again. */
	z.strictObject({ type: z.literal('undone'), item: Index, at: At }),
	/** Put off: it comes again after the others. */
	z.strictObject({ type: z.literal('skipped'), item: Index, at: At }),
	z.strictObject({ type: z.literal('moved'), item: Index, at: At }),
	z.strictObject({ type: z.literal('paused'), at: At }),
	z.strictObject({ type: z.literal('resumed'), at: At }),
	z.strictObject({ type: z.literal('finished'), at: At })
]);
export type SittingEvent = z.infer<typeof SittingEvent>;

/** One go at a quiz, as it is stored: its questions as they were when it began, and what happened since. */
export const Sitting = z.strictObject({
	version: z.literal(1),
	id: z.string(),
	where: z.enum(['quiz', 'review']),
	/** Query of the quiz's link; empty for a review. */
	link: z.string(),
	title: z.string(),
	startedAt: At,
	items: z.array(z.strictObject({ deck: z.string(), question: Question })).check(z.minLength(1)),
	events: z.array(SittingEvent)
});
export type Sitting = z.infer<typeof Sitting>;
