import type { Span } from '$lib/article/article';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Slot } from '$lib/facts/fact';

export const CENTRE = [
	'loose definites',
	'abbreviations',
	'ordering words',
	'figures told',
	'years told',
	'key often',
	'central words',
	'rare words',
	'opens paragraph',
	'verbs',
	'adjectives',
	'passive',
	'past',
	'parse of sentence',
	'doc persons',
	'doc length'
] as const;
type Centre = Record<(typeof CENTRE)[number], number>;

/** How often a word has to stand in the text to count as one that it is about. */
const OFTEN = 4;

/** How close a question is to what the article is about, and how much in it only the article explains. */
export function centreOf(
	{ doc, entities, mentions }: Extracted,
	sentence: Span,
	slot: Slot | undefined,
	stem: string,
	{ words, named }: { words: ReadonlyMap<string, number>; named: ReadonlyMap<string, number> }
): Centre {
	const told = new Set(stem.split(/[^\p{L}\p{N}’'-]+/u));
	const kept = doc.range(sentence).filter((i) => told.has(doc.at(i).text));
	const nouns = kept.filter((i) => /^NNS?$/.test(doc.at(i).tag) && !doc.at(i).entity);
	const loose = nouns.filter(
		(i) =>
			doc.children(i, 'det').some((the) => /^the$/i.test(doc.at(the).text)) &&
			doc
				.children(i, 'prep', 'relcl', 'acl', 'poss', 'nmod', 'appos', 'compound')
				.every((child) => doc.at(child).pos !== 'PROPN' && doc.at(child).dep !== 'prep')
	);
	const content = kept.filter((i) => /^(NN|NNS|NNP|NNPS|VB\w?|JJ)$/.test(doc.at(i).tag));
	const counts = content.map((i) => words.get(doc.at(i).lemma.toLowerCase()) ?? 0);
	const share = (yes: number): number => yes / Math.max(1, counts.length);
	const root = doc.range(sentence).find((i) => doc.at(i).head === i) ?? sentence.start;
	const capped = (count: number, most: number): number => Math.min(most, count) / most;
	const arcs = doc.range(sentence).map((i) => Math.log(Math.max(0.01, doc.at(i).arc)));
	const persons = new Set(entities.flatMap(({ id, type }) => (type === 'person' ? [id] : [])));
	const { start } = doc.place(sentence);
	return {
		'loose definites': capped(loose.length, 3),
		abbreviations: capped(stem.match(/\b\p{Lu}{2,5}s?\b/gu)?.length ?? 0, 2),
		'ordering words': stem.match(
			/\b(first|second|third|further|more|most|several|various|both|each|full|whole|main)\b/i
		)
			? 1
			: 0,
		'figures told': capped(stem.match(/\b\d[\d,.]*\b/g)?.length ?? 0, 4),
		'years told': capped(stem.match(/\b(1\d|20)\d\d\b/g)?.length ?? 0, 2),
		'key often': capped(named.get(slot?.entity ?? '') ?? 0, 6),
		'central words': share(counts.filter((count) => count >= OFTEN).length),
		'rare words': share(counts.filter((count) => count <= 1).length),
		'opens paragraph': start === 0 || doc.text[start - 1] === '\n' ? 1 : 0,
		verbs: capped(kept.filter((i) => doc.at(i).pos === 'VERB').length, 5),
		adjectives: capped(kept.filter((i) => doc.at(i).pos === 'ADJ').length, 5),
		passive: doc.child(root, 'auxpass') === undefined ? 0 : 1,
		past: /^VB[DN]$/.test(doc.at(root).tag) ? 1 : 0,
		'parse of sentence': arcs.reduce((sum, arc) => sum + arc, 0) / Math.max(1, arcs.length),
		'doc persons': capped(
			(60 * mentions.filter(({ entity }) => persons.has(entity)).length) / doc.tokens.length,
			4
		),
		'doc length': capped(doc.tokens.length, 2000)
	};
}

/** How often each word stands in the text, by its lemma. */
export function wordsOf({ doc }: Pick<Extracted, 'doc'>): Map<string, number> {
	const words = new Map<string, number>();
	for (const { lemma } of doc.tokens)
		words.set(lemma.toLowerCase(), (words.get(lemma.toLowerCase()) ?? 0) + 1);
	return words;
}
