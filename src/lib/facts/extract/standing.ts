import type { Span } from '$lib/article/article';
import { firstNames } from '$lib/language/gazetteers/first-names';
import { months } from '$lib/language/gazetteers/months';
import type { Doc } from './doc';
import { isBare } from './bare';
import { typeOfNoun } from './classes';
import type { Context } from './context';
import { lacksWhat } from './needs';
import { isRelativeDay, sentenceCased } from './spans';
import { INSIDE, LOOSE, OPENING, SLACK, TYING } from './ties';
import { clausesIn, without } from './trim';
import { isSentence, tidy } from './written';

/** Tokens of a sentence that a gap can stand in. */
const SHORTEST = 7;
const LONGEST = 42;
/** Parts that may be left out, at most: what is left is still the article's sentence. */
const CUTS = 3;
/** Whoever speaks. */
export const SPEAKER = /^(I|i|we|We|you|You|my|My|our|Our|your|Your|us|me|mine|ours|yours)$/;
/** A pair of which one half is cut off. */
const HALF = /\bnot only\b(?!.*\bbut\b)|\beither\b(?!.*\bor\b)/i;
/** What says to what, how or whom. */
const COMPLETING = /^(dobj|attr|acomp|oprd|xcomp|ccomp|prep|agent|advcl)$/;
const RUN_IN = /^(In|On|At|From|By|During|After|This|When|It|He|She|They)$/;
/** "The following year", not "following his advice". */
const AS_PREPOSITION = /^(prep|pcomp)$/;

/**
 * The sentence in words that stand alone, pronouns replaced where their name stands outside, as far as it can be told:
 * what points out of it is left out where the sentence can do without. `undefined` where it can't, where somebody
 * speaks of himself, or where it is no sentence.
 */
export function standing(context: Context, sentence: Span): string | undefined {
	const { doc } = context;
	if (!isSentence(doc.words(sentence))) return undefined;
	for (const { root, tokens } of clausesIn(doc, sentence)) {
		const said = sayable(context, root, opened(context, tokens));
		if (said !== undefined) return said;
	}
	return undefined;
}

/** Without "However," and the like at its beginning. */
function opened({ doc }: Context, tokens: readonly number[]): readonly number[] {
	const [first] = tokens;
	const last = tokens.at(-1);
	if (first === undefined || last === undefined) return tokens;
	const { start } = doc.at(first);
	const from = start + (OPENING.exec(doc.text.slice(start, doc.at(last).end))?.[0].length ?? 0);
	return tokens.filter((i) => doc.at(i).start >= from);
}

function sayable(context: Context, root: number, all: readonly number[]): string | undefined {
	const { doc } = context;
	if (!/^(VERB|AUX)$/.test(doc.at(root).pos)) return undefined;
	const subject = doc.child(root, 'nsubj', 'nsubjpass', 'expl', 'csubj');
	if (subject === undefined) return undefined;
	if (all.some((i) => /^[[\]]$/.test(doc.at(i).text) || isLabel(doc, root, i))) return undefined;
	let tokens: readonly number[] = all;
	for (let cut = 0; cut <= CUTS; cut++) {
		const bad = tokens.find(
			(i) =>
				wordAt(context, i, tokens) === undefined ||
				(SLACK.test(doc.at(i).text) && doc.at(i).dep === 'advmod' && doc.at(i).head === root)
		);
		if (bad === undefined) break;
		const shorter = cut < CUTS ? without(doc, root, tokens, bad) : undefined;
		if (!shorter) return undefined;
		tokens = shorter;
	}
	const length = tokens.filter((i) => doc.at(i).pos !== 'PUNCT').length;
	if (length < SHORTEST || length > LONGEST || !tokens.includes(subject)) return undefined;
	if (tokens.length < all.length && !saysMore(context, root, tokens)) return undefined;
	if (!isTimed(context, root, tokens) || isTorn(context, all, tokens)) return undefined;
	if (lacksWhat(doc, tokens)) return undefined;
	const words = written(context, tokens);
	return words !== undefined && HALF.test(words) ? undefined : words;
}

/** "Photo: NASA", "He said: …"; what a colon explains in the article's own small letters may stay. */
export function isLabel(doc: Doc, root: number, i: number): boolean {
	if (doc.at(i).text !== ':') return false;
	return i < root || !/^[\p{Ll}\d]/u.test(doc.tokens[i + 1]?.text ?? '');
}

/** Whether what is left says something by itself, to its end: "X was" and "X works as" do not. */
function saysMore({ doc }: Context, root: number, tokens: readonly number[]): boolean {
	const words = tokens.filter((i) => i > root && doc.at(i).pos !== 'PUNCT');
	return words.length > 2 && !/^(ADP|SCONJ|CCONJ|DET)$/.test(doc.at(words.at(-1)!).pos);
}

/** "It was in 1902 that …" without its "It was"; "by representing", "as he is", without what comes of it. */
function isTorn({ doc }: Context, all: readonly number[], tokens: readonly number[]): boolean {
	const isGone = (i: number): boolean => all.includes(i) && !tokens.includes(i);
	const lacks = (i: number): boolean => {
		const { dep, lemma, tag } = doc.at(i);
		// "Of Christianization centuries AD" without its "during the later 4th to early 6th".
		if (/^NN/.test(tag) && isGone(i - 1) && /^(CD|JJ[RS]?|DT|PRP\$)$/.test(doc.at(i - 1).tag))
			return true;
		if (dep === 'pcomp' && tag === 'VBG' && isGone(i + 1) && doc.at(i + 1).pos !== 'PUNCT')
			return true;
		if (!/^(be|do)$/.test(lemma)) return false;
		const more = doc
			.children(i)
			.filter((child) => child > i && COMPLETING.test(doc.at(child).dep) && all.includes(child));
		return more.length > 0 && more.every(isGone);
	};
	const [first, second] = all;
	const itWas =
		/^it$/i.test(doc.at(first!).text) && /^(is|was|were)$/i.test(doc.at(second ?? first!).text);
	return tokens.some(lacks) || (itWas && tokens[0] !== first);
}

/** "Goods such as paper", "shoes and other goods": tied to what stands beside it. */
const isTiedInside = (doc: Doc, i: number): boolean =>
	/^such$/i.test(doc.at(i).text)
		? /^as$/i.test(doc.tokens[i + 1]?.text ?? '')
		: /^other$/i.test(doc.at(i).text) && doc.tokens[i - 1]?.pos === 'CCONJ';

/** "In November", "on 9 May": what was once, in a sentence that names no year. */
function isUndated(doc: Doc, i: number, sentence: readonly number[]): boolean {
	const { text, entity, head } = doc.at(i);
	if (entity !== 'DATE' || !months.some((name) => name === text)) return false;
	if (sentence.some((other) => /^(1\d|20)\d\d$/.test(doc.at(other).text))) return false;
	for (let at = head; ; at = doc.at(at).head) {
		const aux = doc.child(at, 'aux', 'auxpass');
		// "Asked him to leave in May": when did he ask?
		if (doc.at(at).tag === 'VBD' || (aux !== undefined && doc.at(aux).tag !== 'TO'))
			return [at, ...doc.children(at, 'aux', 'auxpass')].some((verb) => doc.at(verb).tag === 'VBD');
		if (doc.at(at).head === at) return false;
	}
}

/** "X had left", "X was still there": at a time that the sentence names. */
function isTimed({ doc }: Context, root: number, tokens: readonly number[]): boolean {
	const had = doc.children(root, 'aux').some((i) => /^had$/i.test(doc.at(i).text));
	const still =
		/^VB[DN]$/.test(doc.at(root).tag) &&
		doc.children(root, 'advmod').some((i) => /^(still|already|recently)$/i.test(doc.at(i).text));
	if (!had && !still) return true;
	return tokens.some(
		(i) =>
			/^(DATE|TIME)$/.test(doc.at(i).entity) ||
			/^(when|while|by|before|after|until)$/i.test(doc.at(i).text)
	);
}

function written(context: Context, tokens: readonly number[]): string | undefined {
	const { doc } = context;
	let words = '';
	tokens.forEach((i, at) => {
		const next = tokens[at + 1];
		const apart = next !== undefined && (next > i + 1 || doc.at(next).start > doc.at(i).end);
		words += (wordAt(context, i, tokens) ?? '') + (apart ? ' ' : '');
	});
	// Nothing is lost without what ties it to the sentence before.
	return tidy(words.replace(INSIDE, ''));
}

/** The word as it can stand there alone, `undefined` where it can’t. */
function wordAt(context: Context, i: number, sentence: readonly number[]): string | undefined {
	const { doc, antecedents, referents } = context;
	const { text, tag, lemma, dep } = doc.at(i);
	// The article of a definite that is replaced by a name goes.
	const noun = doc.at(i).head;
	if (tag === 'DT' && noun === i + 1 && antecedents.has(noun) && isBare(context, noun)) {
		const meant = antecedents.get(noun)!;
		return /^the /i.test(meant) ? 'the' : '';
	}
	const fenced = [doc.tokens[i - 1], doc.tokens[i + 1]].some((next) => next?.text === ',');
	if (LOOSE.test(text) && dep === 'advmod' && (fenced || i === sentence[0])) return undefined;
	if (TYING.test(text) && !AS_PREPOSITION.test(dep) && !isTiedInside(doc, i)) return undefined;
	if (SPEAKER.test(text) || isRelativeDay(doc, i) || isUndated(doc, i, sentence)) return undefined;
	// "Elizabeth Quat In the New Territories": a caption that ran into the text.
	const word = /\p{L}$/u.test(doc.tokens[i - 1]?.text ?? '') && i > doc.sentenceOf(i).start;
	if (RUN_IN.test(text) && word && !doc.at(i).entity) return undefined;
	// "Four minutes later": than what? "He later became" tells enough.
	if (/^(later|earlier|before|after)$/i.test(text) && doc.child(i, 'npadvmod') !== undefined)
		return undefined;
	// "Stronger than before", "as he had before"
	if (
		/^(before|beforehand)$/i.test(text) &&
		/^(advmod|pcomp)$/.test(dep) &&
		!doc.children(i).length
	)
		return undefined;
	if (/^that$/i.test(text) && tag === 'DT') return undefined;
	const exists = dep === 'expl' && doc.at(doc.at(i).head).lemma === 'be';
	if (/^there$/i.test(text) && !exists) return undefined;
	const before = sentence.filter((other) => other < i);
	if (isBare(context, i)) {
		const known = before.some((other) => doc.at(other).lemma === lemma);
		const meant = antecedents.get(i);
		if (meant === undefined) return known ? text : undefined;
		const the = doc.children(i, 'det').at(0);
		return the === i - 1 ? meant.replace(/^the /i, '') : text;
	}
	if (isAnyone(context, i, before)) return undefined;
	if (!/^PRP/.test(tag) || /sel(f|ves)$/i.test(text))
		return fullName(context, i, before) ?? sentenceCased(context, i);
	// "He's" is "he is" or "he has".
	if (/^['’](s|ve|re|d|ll)$/i.test(doc.tokens[i + 1]?.text ?? '') && tag === 'PRP')
		return undefined;
	const whose = referents.get(i);
	// "After he had been refused, Magellan left" tells who behind the pronoun.
	const named =
		whose !== undefined &&
		(before.some((other) => referents.get(other) === whose) ||
			sentence.some((other) => context.names.at.get(other)?.entity === whose));
	const meant = antecedents.get(i);
	const parts = meant?.split(' ') ?? [];
	const isPart = (other: number): boolean =>
		doc.at(other).pos === 'PROPN' && parts.includes(doc.at(other).text);
	// Behind the pronoun, "Edward Keller" is another one.
	const overlooked = sentence.some(
		(other) =>
			isPart(other) && (other < i || doc.tokens[other - 1]?.pos !== 'PROPN' || isPart(other - 1))
	);
	if (named || overlooked || meant === '') return sentenceCased(context, i);
	if (meant !== undefined) return tag === 'PRP$' ? `${meant}’s` : meant;
	return isMeantInside(context, i, before) ? sentenceCased(context, i) : undefined;
}

/** "William", "Clinton": a first name alone, or a last name that two have, of somebody whom the sentence has not named. */
function isAnyone({ doc, names }: Context, i: number, before: readonly number[]): boolean {
	const mention = names.at.get(i);
	const { text } = doc.at(i);
	if (!mention || mention.end - mention.start > 1 || mention.entity === names.hero) return false;
	const { type, name } = names.entities.get(mention.entity)!;
	if (type !== 'person' || before.some((other) => names.at.get(other)?.entity === mention.entity))
		return false;
	const all = [...new Set(names.at.values())];
	const often = (id: string): number => all.filter(({ entity }) => entity === id).length;
	const others = [...names.entities.values()].filter(
		(other) =>
			other.type === 'person' &&
			other.id !== mention.entity &&
			other.name.endsWith(` ${text}`) &&
			3 * often(other.id) > often(mention.entity)
	);
	return name.startsWith(`${text} `) || others.length > 0;
}

/** A last name alone stands for the full one where the sentence does not say whose it is. */
function fullName(
	{ doc, names }: Context,
	i: number,
	before: readonly number[]
): string | undefined {
	const mention = names.at.get(i);
	const { text } = doc.at(i);
	if (!mention || mention.end - mention.start > 1 || mention.entity === names.hero)
		return undefined;
	const { type, name } = names.entities.get(mention.entity)!;
	const first = !before.some((other) => names.at.get(other)?.entity === mention.entity);
	// "Ambassador Bishop" gets his first name as well.
	const title = doc.tokens[i - 1];
	const office =
		/^\p{Lu}/u.test(title?.text ?? '') && typeOfNoun(title!.lemma.toLowerCase()) === 'person';
	const titled = /^(NN|NNP)$/.test(title?.tag ?? '') && !office;
	// "The Bessemer process", "Washington, D.C.": not he, but what has his name.
	const next = doc.tokens[i + 1];
	const place = next?.text === ',' && /^\p{Lu}/u.test(doc.tokens[i + 2]?.text ?? '');
	const part = /^(compound|nmod|amod)$/.test(doc.at(i).dep) || /^\p{Lu}/u.test(next?.text ?? '');
	if (type !== 'person' || !first || titled || part || (place && !office)) return undefined;
	return name.endsWith(` ${text}`) ? name : undefined;
}

/** Nouns in the singular that "they" may mean. */
const COLLECTIVE = /^(team|group|family|company|crew|staff|couple|band|government|police|club)$/;

/** Whether a subject or a pronoun that is understood stands before a pronoun that nobody has resolved, and fits it. */
function isMeantInside({ doc, names }: Context, i: number, before: readonly number[]): boolean {
	const { text, tag: form, dep: role, head } = doc.at(i);
	// Whoever praised him is somebody else.
	const actsOn = form === 'PRP' && /^(dobj|dative)$/.test(role) ? head : undefined;
	return before.some((other) => {
		const { dep, tag, lemma } = doc.at(other);
		if (!/^(nsubj|nsubjpass)$/.test(dep) || !/^NN/.test(tag)) return false;
		if (doc.at(other).head === actsOn) return false;
		const several = /S$/.test(tag) || doc.child(other, 'conj') !== undefined;
		const entity = names.at.get(other)?.entity;
		const person = entity !== undefined && names.entities.get(entity)?.type === 'person';
		if (/^(they|them|their|theirs)$/i.test(text)) return several || COLLECTIVE.test(lemma);
		if (/^(it|its)$/i.test(text)) return !several && !person;
		const gender =
			firstNames.get(doc.at(other - 1)?.text ?? '') ?? firstNames.get(doc.at(other).text);
		const meant = /^(he|him|his)$/i.test(text) ? 'he' : 'she';
		if (person && gender !== undefined && gender !== 'either' && gender !== meant) return false;
		return !several && (person || entity === undefined);
	});
}
