import * as z from 'zod/mini';
import { Quote, Span } from '$lib/article/article';

/** What kind of thing answers a question: decides the wh-word, the options and how an answer is read. */
export const AnswerType = z.enum([
	'person',
	'organisation',
	'country',
	'city',
	'place',
	'date',
	'year',
	'month',
	'quantity',
	'money',
	'percentage',
	'duration',
	'ordinal',
	'product',
	'event',
	'quotation',
	'thing'
]);
export type AnswerType = z.infer<typeof AnswerType>;

/**
 * Grammatical role in the clause. `possessor` belongs to the slot after it ("Pakistan’s" attempt),
 * `modifier` to the slot before it (the CEO "of the company"); an `aside` only stands in the same sentence; all others
 * belong to the predicate.
 */
export const Role = z.enum([
	'subject',
	'object',
	'complement',
	'oblique',
	'agent',
	'time',
	'place',
	'adverbial',
	'possessor',
	'modifier',
	'aside'
]);
export type Role = z.infer<typeof Role>;

export const Predicate = z.strictObject({
	/** Dictionary form: `recognize`, `be`. */
	lemma: z.string().check(z.minLength(1)),
	/** `set` **up**. */
	particle: z.optional(z.string()),
	tense: z.enum(['past', 'present']),
	aspect: z.enum(['simple', 'perfect', 'progressive', 'perfect progressive']),
	voice: z.enum(['active', 'passive']),
	/** `may`, `will`, `would`: then the tense is the modal's own. */
	modal: z.optional(z.string()),
	polarity: z.enum(['affirmative', 'negative']),
	/** Stands in the middle of the verb: `reportedly`, `still`. Hedges are kept here, never lost. */
	adverb: z.optional(z.string()),
	/** What follows the verb before its slots: wants **to establish**, begun **to set up**. */
	infinitive: z.optional(z.string())
});
export type Predicate = z.infer<typeof Predicate>;

export const Slot = z.strictObject({
	role: Role,
	type: AnswerType,
	/** The article's own words at the span; without the preposition. */
	text: z.string().check(z.minLength(1)),
	...Span.shape,
	/** Words that stand alone, where the article's own do not ("it" → "Azerbaijan"). */
	as: z.optional(z.string()),
	preposition: z.optional(z.string()),
	/** Id of the entity that the slot names. */
	entity: z.optional(z.string()),
	/** Class noun to ask with: which **trade mission**. Without it the entity's class, then the type's. */
	noun: z.optional(z.string()),
	/** Decides the verb's number where the slot is the subject. */
	plural: z.optional(z.boolean()),
	/** Parsed number of a quantity, sum, percentage or duration; a year; a month from 1 to 12. */
	value: z.optional(z.number()),
	/** What is counted or the currency: `Azeri defense personnel`, `USD`, `years`. */
	unit: z.optional(z.string()),
	/** Further answers to accept, beside the entity's aliases. */
	variants: z.optional(z.array(z.string())),
	/** Ids of entities never offered as wrong: right as well, or absurd to who knows the rest. */
	unfair: z.optional(z.array(z.string())),
	/** Of a gap: whether it is asked for in its sentence alone, or after the one before; without it in both. */
	gap: z.optional(z.enum(['alone', 'after'])),
	/** `false`: not worth asking for; `typed`: no wrong answer would be fair. By the reviewer's judgement. */
	asked: z.optional(z.union([z.literal(false), z.literal('typed')]))
});
export type Slot = z.infer<typeof Slot>;

/** Who says so, where the article only reports a claim. */
export const Attribution = z.strictObject({
	text: z.string().check(z.minLength(1)),
	...Span.shape,
	as: z.optional(z.string()),
	entity: z.optional(z.string())
});
export type Attribution = z.infer<typeof Attribution>;

/** A sentence that hangs on the one before it, with that one; both in words that stand so. */
export const Passage = z.strictObject({
	before: z.string().check(z.minLength(1)),
	sentence: z.string().check(z.minLength(1)),
	/** Where the one before stands in the article. */
	evidence: Quote
});
export type Passage = z.infer<typeof Passage>;

export const Fact = z.strictObject({
	id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
	predicate: Predicate,
	slots: z.array(Slot).check(z.minLength(1)),
	attribution: z.optional(Attribution),
	/** `false`: no question is made of it, by the reviewer's judgement. */
	asked: z.optional(z.boolean()),
	/** Rule of `derive/` that concluded the fact from others; then `from` names those. */
	derivedBy: z.optional(z.string()),
	from: z.optional(z.array(z.string())),
	/** Its whole sentence in words that stand alone; for facts that nobody has reviewed. */
	sentence: z.optional(z.string()),
	/** Its sentence after the one before; where that helps. */
	passage: z.optional(Passage),
	evidence: z.array(Quote).check(z.minLength(1))
});
export type Fact = z.infer<typeof Fact>;

/** Someone or something that the article names, with every name it uses for it. */
export const Entity = z.strictObject({
	id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
	type: AnswerType,
	name: z.string().check(z.minLength(1)),
	aliases: z.array(z.string()),
	/** Class noun, singular: `fighter jet`, `security bloc`. */
	class: z.optional(z.string())
});
export type Entity = z.infer<typeof Entity>;
