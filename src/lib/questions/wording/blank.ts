import type { Fact } from '$lib/facts/fact';

/** The gap of a cloze, as it stands in the stem. */
export const BLANK = '_____';

/** The stem without the brackets that say what belongs in its gap. */
export const withoutHint = (stem: string): string => stem.replace(/_ \([\p{L}, ]+\)/u, '_');

/** Whether a stem is the sentence itself with a gap, apart from what the gap’s brackets add. */
export const isGapIn = (sentence: string, stem: string): boolean =>
	withoutHint(stem)
		.split(BLANK)
		.every((part) => sentence.includes(part));

/** Whether the stem shows the sentence before as well. */
export const isAfter = (passage: Fact['passage'], stem: string): boolean =>
	passage !== undefined && stem.startsWith(`${passage.before} `);

/** The stem without the sentence before. */
export const shownOf = (passage: Fact['passage'], stem: string): string =>
	passage && isAfter(passage, stem) ? stem.slice(passage.before.length + 1) : stem;
