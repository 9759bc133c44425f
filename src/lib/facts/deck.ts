import * as z from 'zod/mini';
import { Article } from '$lib/article/article';
import { Entity, Fact } from './fact';

/** An article with its facts: what ships with the app, is exported, and reaches a class. */
export const Deck = z.strictObject({
	slug: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/), z.maxLength(80)),
	article: Article,
	/** `false`: the facts were found by the parser, and nobody has looked through them. */
	reviewed: z.optional(z.literal(false)),
	entities: z.array(Entity),
	facts: z.array(Fact).check(z.minLength(1))
});
export type Deck = z.infer<typeof Deck>;
