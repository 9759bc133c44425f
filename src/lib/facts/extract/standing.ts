import type { Span } from '$lib/article/article';
import { isBare } from './bare';
import type { Context } from './context';
import { isRelativeDay, sentenceCased } from './spans';

/** Tokens of a sentence that a gap can stand in. */
const SHORTEST = 7;
const LONGEST = 40;
/** Words that tie a sentence to what stands before it. */
const TYING =
	/^(another|others?|former|latter|such|meanwhile|subsequently|instead|again|here|these|those|this|therefore|thus|similarly|likewise|nevertheless|nonetheless|furthermore|moreover|respectively|following|previous|previously|next|same|otherwise)$/i;
/** Whoever speaks. */
const SPEAKER = /^(I|i|we|We|you|You|my|My|our|Our|your|Your|us|me|mine|ours|yours)$/;
const OPENING =
	/^(?:but|and|yet|or|so|however|also|for example|for instance|in fact|indeed|of course),? /i;

/**
 * The whole sentence in words that stand alone, pronouns replaced where their name stands outside; `undefined` where
 * something in it points out of it, where somebody is quoted, or where it is no sentence.
 */
export function standing(context: Context, sentence: Span): string | undefined {
	const { doc } = context;
	const { start, end } = sentence;
	if (end - start < SHORTEST || end - start > LONGEST) return undefined;
	const written = doc.words(sentence);
	if (
		!/[.!]$/.test(written) ||
		/licen[sc]ed under/i.test(written) ||
		/["“”:;[\]?]|\d\)|\n/.test(written)
	)
		return undefined;
	const from = doc.at(start).start + (OPENING.exec(written)?.[0].length ?? 0);
	const first = doc.range(sentence).find((i) => doc.at(i).start >= from);
	const root = doc.range(sentence).find((i) => doc.at(i).head === i);
	if (first === undefined || root === undefined || !/^(VERB|AUX)$/.test(doc.at(root).pos))
		return undefined;
	if (doc.child(root, 'nsubj', 'nsubjpass', 'expl', 'csubj') === undefined) return undefined;
	const span = { start: first, end };
	let words = '';
	for (const i of doc.range(span)) {
		const word = wordAt(context, i, span);
		if (word === undefined) return undefined;
		const next = doc.tokens[i + 1];
		words += word + (next && i + 1 < end && next.start > doc.at(i).end ? ' ' : '');
	}
	// Nothing is lost without what ties it to the sentence before.
	const plain = words
		.replace(
			/,? (?:however|for example|for instance|also|in turn|too)(?=,)|(?<!not only .*) also(?= )|,? too(?=[.,])/g,
			''
		)
		.replace(/ \(see [^()]*\)/g, '')
		.trim();
	return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The word as it can stand there alone, `undefined` where it can’t. */
function wordAt(context: Context, i: number, sentence: Span): string | undefined {
	const { doc, antecedents, referents } = context;
	const { text, tag, lemma } = doc.at(i);
	if (TYING.test(text) || SPEAKER.test(text) || isRelativeDay(doc, i)) return undefined;
	if (/^that$/i.test(text) && tag === 'DT') return undefined;
	if (/^there$/i.test(text) && doc.at(i).dep !== 'expl') return undefined;
	const before = doc.range({ start: sentence.start, end: i });
	if (isBare(context, i)) {
		const known = before.some((other) => doc.at(other).lemma === lemma);
		const meant = antecedents.get(i);
		if (meant === undefined) return known ? text : undefined;
		const the = doc.children(i, 'det').at(0);
		return the === i - 1 ? meant.replace(/^the /i, '') : text;
	}
	// The article of a definite that is replaced by a name goes.
	const noun = doc.at(i).head;
	if (tag === 'DT' && noun === i + 1 && antecedents.has(noun) && isBare(context, noun)) {
		const meant = antecedents.get(noun)!;
		return /^the /i.test(meant) ? text : '';
	}
	if (!/^PRP/.test(tag) || /sel(f|ves)$/i.test(text)) return sentenceCased(context, i);
	const whose = referents.get(i);
	const named = before.some(
		(other) =>
			(context.names.at.get(other)?.entity === whose && whose !== undefined) ||
			(referents.get(other) === whose && whose !== undefined)
	);
	if (named || antecedents.get(i) === '') return sentenceCased(context, i);
	const meant = antecedents.get(i);
	if (meant !== undefined) return tag === 'PRP$' ? `${meant}’s` : meant;
	return isMeantInside(context, i, before) ? sentenceCased(context, i) : undefined;
}

/** Whether a subject or a pronoun that is understood stands before a pronoun that nobody has resolved, and fits it. */
function isMeantInside({ doc, names }: Context, i: number, before: readonly number[]): boolean {
	const { text } = doc.at(i);
	return before.some((other) => {
		const { dep, tag } = doc.at(other);
		if (!/^(nsubj|nsubjpass)$/.test(dep) || !/^NN/.test(tag)) return false;
		const several = /S$/.test(tag) || doc.child(other, 'conj') !== undefined;
		const entity = names.at.get(other)?.entity;
		const person = entity !== undefined && names.entities.get(entity)?.type === 'person';
		if (/^(they|them|their|theirs)$/i.test(text)) return several;
		if (/^(it|its)$/i.test(text)) return !several && !person;
		return !several && (person || entity === undefined);
	});
}
