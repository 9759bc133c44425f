/** Kinds of questions; each has its folder in `kinds`. */
export const KINDS = ['choice', 'boolean', 'number', 'text', 'cloze', 'order', 'match'] as const;
