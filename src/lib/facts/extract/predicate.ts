import type { Predicate } from '../fact';
import { verbForms } from '$lib/language/verbs';
import type { Doc } from './doc';

const MODALS: Record<string, string> = {
	ll: 'will',
	'’ll': 'will',
	"'ll": 'will',
	wo: 'will',
	ca: 'can',
	"'d": 'would',
	'’d': 'would'
};

/** Words that tie a sentence to the one before, or colour it: nothing is lost without them. */
export const CONNECTIVE = new Set(
	'however also then therefore thus moreover meanwhile indeed instead too so yet further furthermore nevertheless finally already additionally consequently hence even just only now again still actually really simply certainly surely fortunately unfortunately interestingly well soon first second last later perhaps maybe likely possibly'.split(
		' '
	)
);
const HEDGE = new Set(['perhaps', 'maybe', 'likely', 'possibly', 'probably', 'allegedly']);

export interface Read {
	predicate: Predicate;
	/** Doubted by the article itself. */
	hedged: boolean;
	/** Tense was not on the verb: it is that of the clause around it. */
	borrowed: boolean;
}

/** The verb group around `verb`; `outer` lends its tense to participles and its auxiliaries to coordinated verbs. */
export function readPredicate(doc: Doc, verb: number, outer?: Predicate): Read | undefined {
	const token = doc.at(verb);
	const auxiliaries = doc
		.children(verb, 'aux', 'auxpass')
		.filter((child) => child < verb || doc.at(child).tag === 'MD');
	const lemmaOf = (i: number) => {
		const { text, lemma } = doc.at(i);
		if (/^['’]s$/.test(text)) return token.tag === 'VBN' && doc.at(i).dep === 'aux' ? 'have' : 'be';
		if (/^['’]ve$/.test(text)) return 'have';
		if (/^['’]re$|^['’]m$/.test(text)) return 'be';
		return lemma;
	};
	const base = baseOf(token.lemma.toLowerCase(), token.text.toLowerCase());
	if (base === undefined) return undefined;
	const particle = doc.children(verb, 'prt').map((child) => doc.at(child).text)[0];
	const adverbs = adverbsOf(doc, verb);
	const common = {
		lemma: base,
		...(particle !== undefined && { particle }),
		polarity:
			doc.child(verb, 'neg') === undefined ? ('affirmative' as const) : ('negative' as const),
		...(adverbs.length > 0 && { adverb: adverbs.join(' ') })
	};
	const hedged = doc
		.children(verb, 'advmod')
		.some((child) => HEDGE.has(doc.at(child).lemma.toLowerCase()));

	const modal = auxiliaries.find((i) => doc.at(i).tag === 'MD');
	const finite = auxiliaries.find((i) => /^VB[DPZ]$/.test(doc.at(i).tag));
	const have = auxiliaries.some((i) => lemmaOf(i) === 'have');
	const passive = doc.children(verb, 'auxpass').length > 0;
	const progressive = token.tag === 'VBG' && auxiliaries.some((i) => lemmaOf(i) === 'be');
	if (auxiliaries.some((i) => doc.at(i).tag === 'TO')) return undefined;

	if (!auxiliaries.length && !/^VB[DPZ]$/.test(token.tag)) {
		if (!outer) return undefined;
		const { tense, aspect, voice, modal } = { modal: outer.modal, ...lent(token.tag, outer) };
		return {
			predicate: { ...common, tense, aspect, voice, ...(modal !== undefined && { modal }) },
			hedged,
			borrowed: true
		};
	}
	const marker = finite === undefined ? token.tag : doc.at(finite).tag;
	const past = marker === 'VBD' || marker === 'VBN';
	const aspect =
		[have && 'perfect', progressive && 'progressive'].filter(Boolean).join(' ') || 'simple';
	return {
		predicate: {
			...common,
			tense: past && modal === undefined ? 'past' : 'present',
			aspect: aspect as Predicate['aspect'],
			voice: passive ? 'passive' : 'active',
			...(modal !== undefined && {
				modal: MODALS[doc.at(modal).text.toLowerCase()] ?? doc.at(modal).lemma.toLowerCase()
			})
		},
		hedged,
		borrowed: false
	};
}

/** The verb's dictionary form, from which its form in the text can be made again: lemmas can be wrong ("rat" for "rates"). */
function baseOf(lemma: string, text: string): string | undefined {
	if (/^(be|am|is|are|was|were|been|being|['’](s|re|m))$/.test(text)) return 'be';
	if (/^['’](d|ve)$/.test(text)) return 'have';
	return [lemma, `${lemma}e`].find(
		(base) => /^[a-z-]+$/.test(base) && Object.values(verbForms(base)).includes(text)
	);
}

/** What a verb without a finite form takes over: "has drafted … and sent", "attending", "founded by". */
function lent(tag: string, outer: Predicate): Pick<Predicate, 'tense' | 'aspect' | 'voice'> {
	if (tag === 'VBG' && !outer.aspect.endsWith('progressive'))
		return { tense: outer.tense, aspect: 'simple', voice: 'active' };
	if (tag === 'VBN' && !outer.aspect.startsWith('perfect') && outer.voice === 'active')
		return { tense: 'past', aspect: 'simple', voice: 'passive' };
	return outer;
}

/** Adverbs that stand before the verb and say how or how sure. */
function adverbsOf(doc: Doc, verb: number): string[] {
	return doc
		.children(verb, 'advmod')
		.filter((child) => child < verb && child > verb - 5)
		.filter((child) => /^RB/.test(doc.at(child).tag) && doc.children(child).length === 0)
		.filter((child) => !CONNECTIVE.has(doc.at(child).lemma.toLowerCase()))
		.filter(
			(child) =>
				child === verb - 1 ||
				doc.children(verb, 'aux', 'auxpass', 'nsubj', 'nsubjpass').some((i) => i < child)
		)
		.map((child) => doc.at(child).text.toLowerCase());
}
