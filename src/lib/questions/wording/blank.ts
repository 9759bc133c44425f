/** The gap of a cloze, as it stands in the stem. */
export const BLANK = '_____';
