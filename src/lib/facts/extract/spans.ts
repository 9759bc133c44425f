import type { Span } from '$lib/article/article';
import type { Slot } from '../fact';
import type { Context } from './context';
import { isBare } from './bare';
import type { Doc } from './doc';
import { typeOfTime } from './times';

const ASIDE = new Set([
	'relcl',
	'appos',
	'advcl',
	'parataxis',
	'ccomp',
	'punct',
	'cc',
	'conj',
	'preconj'
]);
const MARK = /^(["“”‘’(),;:—–-]|``|''|\[|\])$/;
/** Tokens between the heads of a coordination that still reads as one phrase. */
const SHORT = 6;

interface Core {
	alone?: boolean;
	/** Verb of a clause in the phrase that is left out. */
	without?: number | undefined;
}

/**
 * The phrase under `head` from its left edge to before its first aside or relative clause. A short coordination
 * ("bread and butter") stays whole, unless each of its parts is read `alone`.
 */
export function coreOf(doc: Doc, head: number, { alone = false, without }: Core = {}): Span {
	const { start, end } = doc.subtree(head);
	const asides = doc
		.children(head)
		.filter((child) => child === without || (child > head && isAside(doc, child)));
	let stop = Math.min(end, ...asides.map((child) => doc.subtree(child).start));
	const conj = doc.child(head, 'conj');
	const cc = doc.child(head, 'cc');
	const alike = conj !== undefined && /^(NOUN|PROPN|PRON|NUM)$/.test(doc.at(conj).pos);
	if (!alone && alike && cc === stop && conj - head <= SHORT) {
		const inner = coreOf(doc, conj);
		if (inner.start === cc + 1) stop = inner.end;
	}
	// An aside deeper down: "ties with the Organization, a security bloc that …"
	for (let i = head + 1; i < stop; i++) {
		const { start: from, end: to } = doc.subtree(i);
		const aside = /^(relcl|appos|advcl|parataxis)$/.test(doc.at(i).dep);
		if (aside && from > head + 1 && to >= stop && doc.at(from - 1).text === ',') stop = from - 1;
	}
	let begin = start;
	while (begin < head && (MARK.test(doc.at(begin).text) || doc.at(begin).dep === 'preconj'))
		begin++;
	while (stop > head + 1 && MARK.test(doc.at(stop - 1).text)) stop--;
	return { start: begin, end: Math.max(stop, head + 1) };
}

/** Longest restrictive clause that a phrase keeps, in tokens. */
const CLAUSE = 10;

/** Said by the way, after a comma; "the comedy Chasing Liberty" and "the city that it left" are no asides. */
function isAside(doc: Doc, child: number): boolean {
	const { dep, text } = doc.at(child);
	if (!ASIDE.has(dep) || text === '-') return false;
	if (dep !== 'appos' && dep !== 'relcl') return true;
	const { start, end } = doc.subtree(child);
	return /^\p{P}+$/u.test(doc.tokens[start - 1]?.text ?? '') || end - start > CLAUSE;
}

/** The article's own words at a span of tokens. */
export function textAt(doc: Doc, tokens: Span): Pick<Slot, 'text' | 'start' | 'end'> {
	const place = doc.place(tokens);
	return { text: doc.text.slice(place.start, place.end), ...place };
}

const OWNER = /^(my|our|your|his|her|its|their)$/i;
const REFLEXIVE = /sel(f|ves)$/i;
/** Words that point out of the phrase, whatever their tag. */
const POINTING = /^(such|same|former|latter|here|this|these|those|whose|above|following)$/i;
const BEYOND = /^(PRP|WP|WP\$|WDT|WRB)$/;

/**
 * The phrase in words that stand alone: pronouns replaced, no capital from the start of the sentence.
 * `undefined` where something in it can't be told.
 */
export function spoken(context: Context, span: Span): string | undefined {
	const { doc, antecedents, referents, self, plain } = context;
	let words = '';
	const named = new Set(self === undefined ? [] : [self]);
	for (const i of doc.range(span)) {
		const { text, tag, end } = doc.at(i);
		let word: string;
		const whose = referents.get(i);
		// Named once, it is "his" and "it" again.
		if (whose !== undefined && named.has(whose) && antecedents.get(i)) word = text.toLowerCase();
		else if (tag === 'PRP$' && OWNER.test(text)) {
			const owner = antecedents.get(i) ?? (plain ? '' : undefined);
			if (owner === undefined) return undefined;
			word = owner === '' ? text.toLowerCase() : `${owner}’s`;
			if (whose !== undefined) named.add(whose);
		} else if (!plain && pointsOut(i)) return undefined;
		else if (definite(i)) word = antecedents.get(i) ?? text;
		else if (tag === 'DT' && doc.at(i).head < span.end && definite(doc.at(i).head)) continue;
		else if (BEYOND.test(tag) && !REFLEXIVE.test(text)) {
			// "How they are stored" asks.
			const stays = plain && !(i === span.start && /^W/.test(tag));
			const whom = antecedents.get(i) || (stays ? text : undefined);
			if (!whom) return undefined;
			word = whom;
		} else {
			word = sentenceCased(context, i);
			const mention = context.names.at.get(i);
			if (mention) named.add(mention.entity);
		}
		const next = doc.tokens[i + 1];
		words += word + (next && i + 1 < span.end && next.start > end ? ' ' : '');
	}
	const bare = words.replace(/ \([^()]*\)| ?\[\d+\]/g, '').trim();
	return isBalanced(bare) && bare !== '' ? bare : undefined;

	function pointsOut(i: number): boolean {
		const { text, tag } = doc.at(i);
		return (
			(i === span.start && /^(an)?other$/i.test(text)) ||
			POINTING.test(text) ||
			(tag === 'DT' && /^that$/i.test(text)) ||
			isRelativeDay(doc, i)
		);
	}

	/** "the museum" inside the phrase, where it is known which. */
	function definite(i: number): boolean {
		return /^NNS?$/.test(doc.at(i).tag) && antecedents.has(i) && isBare(context, i);
	}
}

const RELATIVE_DAY =
	/\b(last|this|next|ago|now|current|currently|recent|recently|earlier|later|previous|following|past|coming|same|that|(mon|tues|wednes|thurs|fri|satur|sun)day|weekend|the (day|week|month|year|season))\b/i;

/** "on Tuesday", "last April’s": only the day of reading tells when that was. */
export function isRelativeDay(doc: Doc, i: number): boolean {
	const { entity, entityStart, text } = doc.at(i);
	if (/^(today|yesterday|tomorrow|tonight)$/i.test(text)) return true;
	if (entity !== 'DATE' || !entityStart) return false;
	let end = i + 1;
	while (doc.tokens[end]?.entity === 'DATE' && !doc.tokens[end]?.entityStart) end++;
	const words = doc.words({ start: i, end });
	return RELATIVE_DAY.test(words) && typeOfTime(words).relative === true;
}

/** The word without the capital that it has from opening its sentence. */
export function sentenceCased({ doc, names }: Context, i: number): string {
	const { text, pos, entity } = doc.at(i);
	const { start } = doc.sentenceOf(i);
	const opens = i === start || (i === start + 1 && /^["“‘]$/.test(doc.at(start).text));
	const isName =
		names.at.has(i) ||
		pos === 'PROPN' ||
		(entity !== '' && !/^(CARDINAL|DATE|TIME|QUANTITY|PERCENT|ORDINAL|MONEY)$/.test(entity));
	if (!opens || (isName && !/^(the|a|an)$/i.test(text)) || /^(I|\p{Lu}[\p{Lu}\d.-]+)$/u.test(text))
		return text;
	return text.charAt(0).toLowerCase() + text.slice(1);
}

function isBalanced(words: string): boolean {
	const count = (mark: string) => words.split(mark).length - 1;
	return (
		count('(') === count(')') &&
		count('“') === count('”') &&
		count('"') % 2 === 0 &&
		count('[') === count(']')
	);
}

/** "ongoing with": a phrase cut short. */
export const endsOpen = ({ doc }: Context, { end }: Span): boolean => {
	const { tag, dep } = doc.at(end - 1);
	return (
		tag === 'IN' ||
		tag === 'CC' ||
		tag === 'DT' ||
		(tag === 'TO' && dep !== 'prt') ||
		tag === 'PRP$'
	);
};
