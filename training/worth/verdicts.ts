import { readdirSync, readFileSync } from 'node:fs';

/** What a reader said of a candidate question, with the text that it was made from. */
export interface Verdict {
	text: string;
	kind: string;
	stem: string;
	key: string | string[];
	wrong?: string[];
	accept: boolean;
	fails: number[];
	unusable?: string[];
	note?: string;
}

const FOLDER = new URL('./verdicts/', import.meta.url);

/** All verdicts in `verdicts/`. */
export const readVerdicts = (): Verdict[] =>
	readdirSync(FOLDER)
		.flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n'))
		.map((line) => JSON.parse(line) as Verdict);

/**
 * Acceptance is of words and key: whether options go with them is judged option by option, and the word in brackets
 * that says what belongs in a gap can only help.
 */
export const nameOf = ({ stem, key }: Pick<Verdict, 'stem' | 'key'>): string =>
	JSON.stringify([stem.replace(/_ \([\p{L} ]+\)/u, '_'), key]);
