import type { Span } from '$lib/article/article';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Slot } from '$lib/facts/fact';
import { headOf } from './place';

const SUFFIXES = [
	'tion',
	'sion',
	'ment',
	'ness',
	'ity',
	'ance',
	'ence',
	'ship',
	'ism',
	'ing',
	'er',
	'or',
	'ist',
	'ics',
	'ure',
	'al',
	'age',
	'dom',
	'ian'
] as const;

export const GAP = [
	'gap begins',
	'gap ends',
	'gap last',
	'words after gap',
	'key told often',
	'head told often',
	'key known',
	'head known',
	'gaps beside',
	'words in key',
	'capital',
	'common noun',
	'common nouns',
	'head in title',
	'after a',
	'after the',
	'before of',
	'named so',
	'superlative',
	'sentence words',
	'sentence place',
	'setting',
	'under verb',
	'under be',
	'key is attribute',
	'key is named',
	'short word',
	'long word',
	'era',
	...SUFFIXES.map((suffix) => `ends in ${suffix}` as const)
] as const;
type Gap = Record<(typeof GAP)[number], number>;

/** What the whole text tells of its words. */
export interface Usage {
	/** How often the text has each lemma. */
	words: ReadonlyMap<string, number>;
	/** The first token of each lemma. */
	first: ReadonlyMap<string, number>;
	/** Gaps that may be asked for, by the start of their sentence. */
	beside: ReadonlyMap<number, number>;
}

/** Whether the key is what its sentence tells anew, and whether one word alone can fill its gap. */
export function gapOf(
	{ doc }: Extracted,
	sentence: Span,
	slot: Slot | undefined,
	{ key, title }: { key: string; title: string },
	{ words, first, beside }: Usage
): Gap {
	const is = (yes: boolean): number => (yes ? 1 : 0);
	const capped = (count: number, most: number): number => Math.min(most, count) / most;
	const at = doc.place(sentence);
	const long = at.end - at.start;
	const start = slot?.start ?? at.start;
	const end = slot?.end ?? at.start;
	const head = (slot && headOf(doc, sentence, slot)) ?? sentence.start;
	const { text, tag, dep } = doc.at(head);
	const lemma = doc.at(head).lemma.toLowerCase();
	const over = doc.at(doc.at(head).head);
	const inside = doc
		.range(sentence)
		.filter((i) => doc.at(i).start >= start && doc.at(i).end <= end);
	const opens = inside[0] ?? head;
	const article = /^(an?|the)$/i.test(doc.at(opens).text);
	const before = (article ? doc.at(opens).text : (doc.tokens[opens - 1]?.text ?? '')).toLowerCase();
	const after = doc.range({ start: (inside.at(-1) ?? head) + 1, end: sentence.end });
	const said = doc.words(sentence);
	const comma = said.indexOf(',');
	const common = /^NNS?$/.test(tag);
	return {
		'gap begins': (start - at.start) / Math.max(1, long),
		'gap ends': (end - at.start) / Math.max(1, long),
		'gap last': is(after.filter((i) => doc.at(i).pos !== 'PUNCT').length === 0),
		'words after gap': capped(after.length, 10),
		'key told often': capped(doc.text.split(key).length - 1, 6),
		'head told often': capped(words.get(lemma) ?? 0, 8),
		'key known': is(doc.text.indexOf(key) < at.start),
		'head known': is((first.get(lemma) ?? sentence.start) < sentence.start),
		'gaps beside': capped(beside.get(sentence.start) ?? 0, 8),
		'words in key': capped(key.split(' ').length, 4),
		capital: is(/^\p{Lu}/u.test(key)),
		'common noun': is(common && tag === 'NN'),
		'common nouns': is(common && tag === 'NNS'),
		'head in title': is(
			title.toLowerCase().includes(lemma.slice(0, Math.max(4, lemma.length - 2)))
		),
		'after a': is(/^an?$/.test(before)),
		'after the': is(before === 'the'),
		'before of': is(doc.at(after[0] ?? head).text === 'of'),
		'named so': is(
			/\b(called|named|known as|termed|dubbed|referred to as) /.test(
				said.slice(0, start - at.start)
			)
		),
		superlative: is(/\b(first|largest|most|only|best|oldest|main|earliest|highest)\b/.test(said)),
		'sentence words': capped(said.split(' ').length, 40),
		'sentence place': at.start / Math.max(1, doc.text.length),
		setting: is(
			comma > start - at.start &&
				comma < 40 &&
				/^(In|On|At|During|By|After|Since|From|Between|With)\b/.test(said)
		),
		'under verb': is(over.pos === 'VERB'),
		'under be': is(over.lemma === 'be'),
		'key is attribute': is(dep === 'attr'),
		'key is named': is(dep === 'oprd'),
		'short word': is(text.length < 5),
		'long word': capped(Math.max(0, lemma.length - 6), 8),
		era: is(/\b(BCE?|CE|AD)\b/.test(key)),
		...(Object.fromEntries(
			SUFFIXES.map((suffix) => [`ends in ${suffix}`, is(common && lemma.endsWith(suffix))])
		) as Record<`ends in ${(typeof SUFFIXES)[number]}`, number>)
	};
}

/** The first token of each lemma. */
export function firstsOf({ doc }: Pick<Extracted, 'doc'>): Map<string, number> {
	const first = new Map<string, number>();
	doc.tokens.forEach(({ lemma }, i) => {
		if (!first.has(lemma.toLowerCase())) first.set(lemma.toLowerCase(), i);
	});
	return first;
}
