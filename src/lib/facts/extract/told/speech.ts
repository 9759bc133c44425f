import type { Slot } from '../../fact';
import type { Span } from '$lib/article/article';
import { REPORTING, sourceOf, speakingVerb } from '../attribution';
import { unstated, type Clause } from '../clauses';
import type { Context } from '../context';
import type { Doc } from '../doc';
import { asPlace, nounSlots } from '../phrases';
import { readPredicate } from '../predicate';
import { spoken, textAt } from '../spans';
import { subjectOf } from '../subjects';

/** What people do in their own words. */
const SAYING =
	/^(say|tell|add|explain|announce|state|claim|write|insist|argue|warn|note|declare|report|suggest|admit|acknowledge|point|observe|confirm|predict|stress)$/;
/** Shortest words that are worth being somebody's, in tokens; and the longest that a statement carries. */
const SHORTEST = 4;
const LONGEST = 60;

/** "Aliyev said: “…”" for each quoted sentence, and "X said that …" where what was said gives no fact by itself. */
export function speech(context: Context, lost: readonly number[]): Clause[] {
	const { doc } = context;
	const quoted = doc.quotations.flatMap((quotation) => {
		const first = doc.tokenFrom(quotation.start + 1);
		const last = doc.tokenFrom(quotation.end) - 1;
		const verb = last < first ? undefined : speakingVerb(doc, first, last);
		return verb === undefined || !SAYING.test(doc.at(verb).lemma)
			? []
			: sentencesIn(doc, quotation).map((words) => ({ verb, words, quote: true }));
	});
	const reported = lost.flatMap((verb) => {
		const { dep, head, start } = doc.at(verb);
		const { lemma, start: above } = doc.at(head);
		const told =
			dep === 'ccomp' && REPORTING.test(lemma) && verb > head && readPredicate(doc, verb);
		if (!told || doc.isQuoted(start) || doc.isQuoted(above)) return [];
		return [{ verb: head, words: doc.subtree(verb), quote: false }];
	});
	return [...quoted, ...reported].flatMap(({ verb, words, quote }) => {
		const clause = sayingOf(context, verb);
		const self = clause?.slots.find(({ role }) => role === 'subject')?.entity;
		const said = clause && wordsOf({ ...context, self }, words, quote);
		if (!said) return [];
		const slots = [...clause.slots, said, ...setting(context, verb)];
		return [{ ...clause, verb: words.start, slots }];
	});
}

/** Tokens of each sentence, as far as it is quoted, without marks at its ends. */
function sentencesIn(doc: Doc, quotation: Span): Span[] {
	const end = doc.tokenFrom(quotation.end);
	const found: Span[] = [];
	for (let at = doc.tokenFrom(quotation.start); at < end;) {
		const stop = Math.min(end, doc.sentenceOf(at).end);
		found.push({ start: at, end: stop });
		at = stop;
	}
	return found;
}

function wordsOf(context: Context, { start, end }: Span, quote: boolean): Slot | undefined {
	const { doc } = context;
	while (end > start && doc.at(end - 1).pos === 'PUNCT') end--;
	while (start < end && doc.at(start).pos === 'PUNCT') start++;
	if (end - start < SHORTEST || end - start > LONGEST) return undefined;
	const top = doc
		.range({ start, end })
		.find((i) => doc.at(i).head < start || doc.at(i).head >= end || doc.at(i).head === i);
	if (top === undefined || !/^(VERB|AUX)$/.test(doc.at(top).pos)) return undefined;
	const own = textAt(doc, { start, end });
	const said = quote ? `“${own.text}”` : spoken(context, { start, end });
	if (said === undefined || (quote && /[“”"\n]/.test(own.text))) return undefined;
	const as = quote || /^(that|how|why|what|who|when|where) /i.test(said) ? said : `that ${said}`;
	return { role: 'object', type: 'quotation', ...own, as };
}

/** Who says, as a clause that still lacks what. */
function sayingOf(context: Context, verb: number): Clause | undefined {
	const { doc, names } = context;
	const subject = subjectOf(context, verb);
	if (!subject || unstated(context, verb)) return undefined;
	const outer = readPredicate(doc, subject.from ?? doc.at(verb).head)?.predicate;
	const read = readPredicate(doc, verb, subject.own ? undefined : outer);
	// "The company’s CEO, Tariq Javed": the name tells more.
	const name = doc.children(subject.token, 'appos').find((i) => names.at.has(i));
	const who = nounSlots(context, name ?? subject.token, 'subject', { alone: name !== undefined });
	const source = sourceOf(context, verb);
	if (!read || read.predicate.voice === 'passive' || !who.ok || !source.known) return undefined;
	if (!who.slots.some(({ role }) => role === 'subject')) return undefined;
	const { attribution } = source;
	return {
		verb,
		predicate: read.predicate,
		slots: who.slots,
		...(attribution && { attribution }),
		hedged: read.hedged,
		borrowed: false,
		dropped: 0
	};
}

/** When and where it was said. */
const setting = (context: Context, verb: number): Slot[] =>
	context.doc.children(verb, 'prep').flatMap((prep) => {
		const object = context.doc.child(prep, 'pobj');
		const preposition = context.doc.at(prep).text.toLowerCase();
		const phrase =
			object === undefined ? undefined : nounSlots(context, object, 'oblique', { preposition });
		return phrase?.ok ? phrase.slots.map(asPlace) : [];
	});
