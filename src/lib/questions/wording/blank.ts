/** The gap of a cloze, as it stands in the stem. */
export const BLANK = '_____';

/** Whether a stem is the sentence itself with a gap, apart from what the gap’s brackets add. */
export const isGapIn = (sentence: string, stem: string): boolean =>
	stem.split(BLANK).every((part) => sentence.includes(part.replace(/^ \([\w ]+\)/, '')));
