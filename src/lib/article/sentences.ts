import type { Span } from './article';

/** A full stop with what closes behind it, white space, and something that can begin a sentence. */
const SENTENCE_ENDS = /[.!?…]["”’)\]]*\s+(?=["“‘([]?[\p{Lu}\p{N}])/gu;

/** Where the sentences of `within` begin, and its end: `[start, …, end]`. */
export const sentenceBounds = (text: string, within: Span): number[] => [
	within.start,
	...[...text.slice(within.start, within.end).matchAll(SENTENCE_ENDS)].map(
		(match) => within.start + match.index + match[0].length
	),
	within.end
];

/** The sentences of `within`, each without the white space behind it. */
export const sentencesOf = (text: string, within: Span): Span[] => {
	const bounds = sentenceBounds(text, within);
	return bounds.slice(0, -1).flatMap((start, n) => {
		const length = text.slice(start, bounds[n + 1]).trimEnd().length;
		return length > 0 ? [{ start, end: start + length }] : [];
	});
};
