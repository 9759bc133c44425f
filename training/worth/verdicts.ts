import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { withoutHint } from '$lib/questions/wording/blank';

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
	readdirSync(FOLDER).flatMap((name) =>
		linesOf<Verdict>(readFileSync(new URL(name, FOLDER), 'utf8'))
	);

/**
 * Acceptance is of words and key: whether options go with them is judged option by option, and the word in brackets
 * that says what belongs in a gap can only help.
 */
export const nameOf = ({ stem, key }: Pick<Verdict, 'stem' | 'key'>): string =>
	JSON.stringify([withoutHint(stem), key]);

/** What one reader said of a gap as it is shown, among the best of its text. */
export interface Shown extends Pick<Verdict, 'text' | 'stem' | 'key' | 'accept' | 'fails'> {
	/** Number of the reader: some are more lenient than others. */
	reader: number;
}

/** All in `shown.jsonl.gz` and the gaps among the verdicts, whose readers are told apart by file; by text and name. */
export function readShown(): Map<string, Map<string, Shown[]>> {
	const packed = readFileSync(new URL('./shown.jsonl.gz', import.meta.url));
	const shown = linesOf<Shown>(gunzipSync(packed).toString('utf8'));
	const readers = 1 + Math.max(...shown.map(({ reader }) => reader));
	const others = readdirSync(FOLDER).flatMap((name, i) =>
		linesOf<Verdict>(readFileSync(new URL(name, FOLDER), 'utf8'))
			.filter(({ kind }) => kind === 'cloze')
			.map((verdict) => ({ ...verdict, reader: readers + i }))
	);
	const found = new Map<string, Map<string, Shown[]>>();
	for (const one of [...shown, ...others]) {
		const own = found.get(one.text) ?? new Map<string, Shown[]>();
		own.set(nameOf(one), [...(own.get(nameOf(one)) ?? []), one]);
		found.set(one.text, own);
	}
	return found;
}

const linesOf = <T>(text: string): T[] =>
	text
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as T);
