import * as z from 'zod/mini';
import { Quote } from '$lib/article/article';
import { AnswerType } from '$lib/facts/fact';
import { KINDS } from './kind';

export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

export const Option = z.strictObject({
	text: z.string(),
	correct: z.boolean(),
	/** Why it is wrong, from the article; for the right one, why it is right. */
	reason: z.string()
});
export type Option = z.infer<typeof Option>;

/** A thing to place: `order` puts `text`s into the order of the key, `match` gives each its partner. */
export const Item = z.strictObject({
	factId: z.string(),
	text: z.string(),
	/** The year an event happened, the role a person has. */
	partner: z.string()
});
export type Item = z.infer<typeof Item>;

export const Question = z.strictObject({
	/** Hash of the content: see `identify`. */
	id: z.string(),
	/** The fact asked about; for `order` and `match` the first of `factIds`. */
	factId: z.string(),
	factIds: z.array(z.string()).check(z.minLength(1)),
	kind: Kind,
	/** Index of the slot asked for, in the fact's slots; absent where no single slot is. */
	slot: z.optional(z.int()),
	answerType: z.optional(AnswerType),
	stem: z.string(),
	/** The right answer; for `order` the texts in their order, for `match` "item: partner" lines. */
	key: z.union([z.string(), z.array(z.string())]),
	/** Parsed number and unit of a numeric key. */
	value: z.optional(z.number()),
	unit: z.optional(z.string()),
	/** Greatest accepted distance from `value`, in the unit. */
	tolerance: z.optional(z.number()),
	/** Further answers that are right when typed. */
	variants: z.array(z.string()),
	/** Where several answers are asked for together: the accepted forms of each. */
	parts: z.optional(z.array(z.array(z.string()))),
	/** Answers that are plainly something else, though spelled almost alike: never taken for a slip. */
	others: z.array(z.string()),
	options: z.array(Option),
	items: z.array(Item),
	evidence: z.array(Quote).check(z.minLength(1)),
	explanation: z.string(),
	/** 0 (easy) to 1 (hard); an estimate from the kind and the answer, not from learners. */
	difficulty: z.number()
});
export type Question = z.infer<typeof Question>;

/** What a learner gave: an option's or typed text, an order or partners (by item); `null`: "I don’t know". */
export const Given = z.union([z.string(), z.array(z.string()), z.null()]);
export type Given = z.infer<typeof Given>;

export const Score = z.strictObject({
	right: z.boolean(),
	/** Right or wrong for each fact in it: `order` and `match` have several. */
	facts: z.record(z.string(), z.boolean()),
	/** The spelling to learn, where a slip was forgiven. */
	spelling: z.optional(z.string())
});
export type Score = z.infer<typeof Score>;
