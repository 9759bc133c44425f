import type { Span } from '$lib/article/article';
import type { Doc } from './doc';
import { CONNECTIVE } from './predicate';

/** Without these a clause would claim more than the article does. */
const CONDITION = /^(if|unless|whether|lest|than|whereas|because)$/i;
/** Phrases of these say when, and can go. */
const SETTING =
	/^(after|before|during|since|until|within|following|amid|despite|throughout|besides|alongside)$/i;

/** What opens a sentence with these, the rest leans on: "for each trip", "under this law". */
const FRAMING = /^(for|without|under|of|as|like|unlike|than|per|among)$/i;

/**
 * The clauses of a sentence that are sentences by themselves: all of it, what stands between its semicolons, and each
 * coordinated clause with a subject of its own. Brackets are left out.
 */
export function clausesIn(doc: Doc, sentence: Span): { root: number; tokens: number[] }[] {
	const tokens = unbracketed(doc, sentence);
	const stops = tokens.filter((i) => /^[;:]$/.test(doc.at(i).text));
	// "Three organs: the court; the council; and the house" is one list.
	const listed = doc.at(stops[0] ?? sentence.start).text === ':';
	const cuts = listed ? [] : stops.filter((i) => doc.at(i).text === ';');
	const parts = [-Infinity, ...cuts].map((from, at) =>
		tokens.filter((i) => i > from && i < (cuts[at] ?? Infinity))
	);
	return parts.flatMap((part) => {
		const root = part.find((i) => doc.at(i).head === i || !part.includes(doc.at(i).head));
		if (root === undefined) return [];
		const found = [{ root, tokens: part }];
		for (let at: number | undefined = root; at !== undefined;) {
			at = doc.children(at, 'conj').find((i) => part.includes(i) && isClause(doc, i));
			if (at === undefined) break;
			const { start, end } = doc.subtree(at);
			found.push({ root: at, tokens: part.filter((i) => i >= start && i < end) });
		}
		return found;
	});
}

/** The tokens of a sentence outside its brackets; what is said in them, a translation or a source, can go. */
function unbracketed(doc: Doc, sentence: Span): number[] {
	let depth = 0;
	return doc.range(sentence).filter((i) => {
		const { text } = doc.at(i);
		if (/^[([]$/.test(text)) depth++;
		const outside = depth === 0;
		if (/^[)\]]$/.test(text)) depth = Math.max(0, depth - 1);
		return outside;
	});
}

const isClause = (doc: Doc, i: number): boolean =>
	/^(VERB|AUX)$/.test(doc.at(i).pos) && doc.child(i, 'nsubj', 'nsubjpass', 'expl') !== undefined;

/**
 * The tokens without the smallest part around `bad` that a sentence can do without, and without the comma or "and"
 * that ties it on; `undefined` where there is no such part.
 */
export function without(
	doc: Doc,
	root: number,
	tokens: readonly number[],
	bad: number
): number[] | undefined {
	for (let at = bad; at !== root; at = doc.at(at).head) {
		if (isSpare(doc, root, at, tokens)) {
			const { start, end } = doc.subtree(at);
			const gone = new Set(doc.range({ start, end }));
			if (gone.has(root)) return undefined;
			const before = tokens.findLast((i) => i < start);
			const after = tokens.find((i) => i >= end);
			// What follows would be torn from what it goes with.
			const last = /^(conj|advcl)$/.test(doc.at(at).dep) && at > root;
			if (last && after !== undefined && !/^(PUNCT|CCONJ)$/.test(doc.at(after).pos))
				return undefined;
			const isComma = (i: number | undefined) => i !== undefined && /^[,–—]$/.test(doc.at(i).text);
			const tied = doc.at(at).dep !== 'advmod' && before !== undefined;
			if (tied && (doc.at(before).pos === 'CCONJ' || isComma(before))) gone.add(before);
			if (!tied && isComma(before) && isComma(after)) gone.add(before!);
			if (after !== undefined && isComma(before) && isComma(after)) gone.add(after);
			return tokens.filter((i) => !gone.has(i));
		}
		if (doc.at(at).head === at) return undefined;
	}
	return undefined;
}

function isSpare(doc: Doc, root: number, i: number, tokens: readonly number[]): boolean {
	const { dep, head, entity, lemma, text } = doc.at(i);
	const { start, end } = doc.subtree(i);
	const fenced = /^[,(–—]$/.test(doc.tokens[start - 1]?.text ?? '') && start - 1 > (tokens[0] ?? 0);
	const opens = start === tokens[0] && /^,$/.test(doc.tokens[end]?.text ?? '');
	const ofClause = /^(VERB|AUX)$/.test(doc.at(head).pos);
	switch (dep) {
		case 'advcl':
			return (
				!doc.children(i, 'mark').some((mark) => CONDITION.test(doc.at(mark).text)) &&
				(fenced ||
					opens ||
					(i > head && doc.child(i, 'mark', 'advmod') !== undefined && hasMore(doc, head, i)))
			);
		case 'appos':
			return fenced && !isListed(doc, i);
		case 'relcl':
		case 'acl':
			return fenced;
		case 'npadvmod':
			return /^(DATE|TIME)$/.test(entity) && ofClause && !isToday(doc, i);
		case 'advmod':
			if (isToday(doc, i)) return false;
			return (
				ofClause && (opens || fenced || CONNECTIVE.has(lemma.toLowerCase())) && end - start < 4
			);
		case 'prep':
			if (!ofClause || isRangeEnd(doc, i) || (opens && FRAMING.test(text))) return false;
			if (fenced || opens) return true;
			return i > head && (SETTING.test(text) || isDated(doc, i)) && hasMore(doc, head, i);
		case 'conj':
			// "They did not purify and characterise it": what is done to it stands with the last verb.
			return (
				ofClause &&
				/^(VERB|AUX)$/.test(doc.at(i).pos) &&
				i > root &&
				isTiedOn(doc, i) &&
				!isTakenFor(doc, i) &&
				hasMore(doc, head, i)
			);
		default:
			return false;
	}
}

/** "Liberties, freedom of the press, and freedom of speech": the end of a list, taken for another name of what stands before. */
const isListed = (doc: Doc, i: number): boolean =>
	/^(conj|appos)$/.test(doc.at(doc.at(i).head).dep) ||
	(doc.child(i, 'cc') !== undefined && doc.child(i, 'det') === undefined);

/** "He moved to Oslo, played in a band, and sang": a list of what he did, whose middle is taken for "played by a band". */
const isTakenFor = (doc: Doc, i: number): boolean => {
	const { head, tag } = doc.at(i);
	return (
		doc.at(head).dep === 'advcl' &&
		doc.child(head, 'mark', 'advmod') === undefined &&
		/^VB[DPZ]$/.test(tag)
	);
};

/** "It grew, sold and shipped tea" can't do without its last part: each has an "and" of its own, or is one of two. */
function isTiedOn(doc: Doc, i: number): boolean {
	const { head, dep } = doc.at(i);
	if (dep !== 'conj') return true;
	return doc.child(head, 'cc') !== undefined && doc.child(head, 'cc')! < i && isTiedOn(doc, head);
}

/** "What is today Germany": was something else once. */
const isToday = (doc: Doc, i: number): boolean =>
	/^(today|now)$/i.test(doc.at(i).text) && doc.at(doc.at(i).head).lemma === 'be';

/** "From 1980 to 2012" is one. */
const isRangeEnd = (doc: Doc, prep: number): boolean =>
	/^(to|through|until|till)$/i.test(doc.at(prep).text) &&
	doc
		.children(doc.at(prep).head, 'prep')
		.some((i) => i < prep && /^(from|between)$/i.test(doc.at(i).text));

const isDated = (doc: Doc, prep: number): boolean => {
	const object = doc.child(prep, 'pobj');
	return object !== undefined && /^(DATE|TIME)$/.test(doc.at(object).entity);
};

/** Whether the verb says something without the phrase. */
const hasMore = (doc: Doc, verb: number, phrase: number): boolean =>
	doc
		.children(verb, 'dobj', 'attr', 'acomp', 'prep', 'agent', 'xcomp', 'ccomp', 'oprd')
		.some((i) => i !== phrase && i > verb);
