import type { Clause } from '../clauses';
import type { Context } from '../context';
import type { Doc } from '../doc';
import { BE } from '../offices';
import { nounSlots } from '../phrases';
import { textAt } from '../spans';

/** "The outbreak over Karabakh, the worst fighting since a ceasefire was signed": what an apposition makes the most of. */
export function extremes(context: Context): Clause[] {
	const { doc } = context;
	return doc.tokens.flatMap(({ dep, pos, head }, noun): Clause[] => {
		if (!/^(appos|dep)$/.test(dep) || pos !== 'NOUN' || !isExtreme(doc, noun)) return [];
		const { start } = doc.subtree(noun);
		if (doc.tokens[start - 1]?.text !== ',') return [];
		const of = dep === 'appos' ? head : phraseBefore(doc, start - 1);
		if (of === undefined) return [];
		const subject = nounSlots(context, of, 'subject', { alone: true });
		const complement = nounSlots(context, noun, 'complement', { alone: true });
		if (!subject.ok || !complement.ok) return [];
		const since = sinceAfter(doc, noun);
		const tense = doc.tokens
			.slice(doc.sentenceOf(noun).start, noun)
			.some(({ tag }) => tag === 'VBD')
			? ('past' as const)
			: ('present' as const);
		return [
			{
				verb: noun,
				predicate: { ...BE, tense },
				slots: [
					...subject.slots,
					...complement.slots,
					...(since
						? [{ role: 'adverbial' as const, type: 'thing' as const, ...textAt(doc, since) }]
						: [])
				],
				hedged: false,
				borrowed: true,
				dropped: 0
			}
		];
	});
}

const isExtreme = (doc: Doc, noun: number): boolean =>
	doc.children(noun, 'det').some((i) => /^the$/i.test(doc.at(i).text)) &&
	doc.children(noun, 'amod').some((i) => doc.at(i).tag === 'JJS');

/** The widest noun phrase that ends before a token. */
function phraseBefore(doc: Doc, end: number): number | undefined {
	let widest: number | undefined;
	for (let at = end - 1; at >= 0; at = doc.at(at).head) {
		// The comma may hang in it.
		const stop = doc.subtree(at).end;
		if (stop !== end && stop !== end + 1) break;
		const { pos, head } = doc.at(at);
		if (/^(VERB|AUX)$/.test(pos)) break;
		if (/^(NOUN|PROPN)$/.test(pos)) widest = at;
		if (head === at) break;
	}
	return widest;
}

/** "Since a ceasefire was signed", wherever the parser has hung it: without it the claim is too great. */
function sinceAfter(doc: Doc, noun: number): { start: number; end: number } | undefined {
	const { end } = doc.sentenceOf(noun);
	const since = doc
		.range({ start: noun + 1, end: Math.min(end, noun + 6) })
		.find((i) => /^since$/i.test(doc.at(i).text) && doc.at(i).dep === 'mark');
	if (since === undefined) return undefined;
	const clause = doc.subtree(doc.at(since).head);
	return clause.start === since ? clause : undefined;
}
