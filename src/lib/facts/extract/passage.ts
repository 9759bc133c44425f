import type { Span } from '$lib/article/article';
import type { Passage } from '../fact';
import type { Context } from './context';
import { isLabel, SPEAKER } from './standing';
import { isRelativeDay } from './spans';
import { clausesIn } from './trim';
import { isSentence, tidy } from './written';

/** Words that a sentence can have to be read with another. */
const SHORTEST = 5;
const LONGEST = 30;
/** Share of the sentence before that has to be left, at least. */
const WHOLE = 0.85;

/**
 * A sentence with the one before it in its paragraph, where that stands alone: what points back from one to the other
 * is told. `alone` has the sentences that stand alone, in their words.
 */
export function passageOf(
	context: Context,
	at: number,
	alone: ReadonlyMap<Span, string | undefined>
): Passage | undefined {
	const { doc } = context;
	const own = doc.sentences[at]!;
	const previous = doc.sentences[at - 1];
	const before = previous && alone.get(previous);
	if (!previous || before === undefined) return undefined;
	const { start, end } = doc.place(previous);
	// What it has lost would be missed twice.
	if (before.length < WHOLE * (end - start)) return undefined;
	if (doc.text.slice(end, doc.place(own).start).includes('\n')) return undefined;
	const sentence = hanging(context, own);
	const evidence = { start, end, quote: doc.text.slice(start, end) };
	return sentence === undefined ? undefined : { before, sentence, evidence };
}

/** The sentence in its own words, where it may be read after another. */
function hanging(context: Context, sentence: Span): string | undefined {
	const { doc } = context;
	if (!isSentence(doc.words(sentence))) return undefined;
	const [whole] = clausesIn(doc, sentence);
	if (!whole || !/^(VERB|AUX)$/.test(doc.at(whole.root).pos)) return undefined;
	const { root, tokens } = whole;
	const subject = doc.child(root, 'nsubj', 'nsubjpass', 'expl', 'csubj');
	if (subject === undefined) return undefined;
	const words = tokens.filter((i) => doc.at(i).pos !== 'PUNCT').length;
	const isOdd = (i: number): boolean =>
		SPEAKER.test(doc.at(i).text) ||
		/^[;[\]]$/.test(doc.at(i).text) ||
		isRelativeDay(doc, i) ||
		isLabel(doc, root, i);
	if (words < SHORTEST || words > LONGEST || tokens.some(isOdd)) return undefined;
	return tidy(
		tokens
			.map((i, at) => {
				const next = tokens[at + 1];
				const apart = next !== undefined && (next > i + 1 || doc.at(next).start > doc.at(i).end);
				return doc.at(i).text + (apart ? ' ' : '');
			})
			.join('')
	);
}
