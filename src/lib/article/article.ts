import * as z from 'zod/mini';

/** `[start, end)` in UTF-16 units of the article's `text`. */
export const Span = z.strictObject({
	start: z.int().check(z.nonnegative()),
	end: z.int().check(z.positive())
});
export type Span = z.infer<typeof Span>;

/** A span with the text that stands there, word for word. */
export const Quote = z.strictObject({ ...Span.shape, quote: z.string().check(z.minLength(1)) });
export type Quote = z.infer<typeof Quote>;

export const Article = z.strictObject({
	title: z.string().check(z.minLength(1), z.maxLength(500)),
	/** Where it was published: a name or an address. */
	source: z.optional(z.string()),
	/** Day of publication, `YYYY-MM-DD`. */
	published: z.optional(z.iso.date()),
	/** BCP 47, e.g. `en-US`; decides the spelling of the questions. */
	language: z.string().check(z.minLength(2)),
	licence: z.optional(z.string()),
	/** The article's text, unchanged. */
	text: z.string().check(z.minLength(1), z.maxLength(2_000_000))
});
export type Article = z.infer<typeof Article>;
