import type { Attribution } from '../fact';
import type { Context } from './context';
import type { Doc } from './doc';
import { coreOf, spoken, textAt } from './spans';

const SUBJECT = ['nsubj', 'nsubjpass'];
export const REPORTING =
	/^(say|tell|announce|report|claim|estimate|explain|state|add|note|declare|confirm|argue|believe|suggest|warn|predict|insist|reveal|admit|write|show|find|think|know|expect|hope|acknowledge|stress|point|observe|conclude|indicate|discover|emerge|learn|recall|realize|realise|prove)$/;
/** After these the article itself vouches for what follows. */
const FACTIVE =
	/^(show|find|reveal|discover|know|confirm|acknowledge|admit|announce|emerge|learn|recall|realize|realise|prove)$/;

export type Source = { known: true; attribution?: Attribution } | { known: false };

/** Who says so, where a clause stands under a verb of saying or after "according to"; not known where that can't be told. */
export function sourceOf(context: Context, verb: number): Source {
	const { doc, plain } = context;
	const according = doc
		.children(verb, 'prep')
		.find((i) => doc.at(i).lemma.toLowerCase() === 'accord');
	const to = according === undefined ? undefined : doc.child(according, 'prep');
	const whom = to === undefined ? undefined : doc.child(to, 'pobj');
	if (whom !== undefined) return speaker(context, whom);
	const quoted = quotationAround(context, verb);
	if (quoted) return quoted;
	if (plain && isBesideQuotation(doc, verb)) return { known: true };
	let at = verb;
	for (;;) {
		const { dep, head } = doc.at(at);
		if (dep === 'ccomp' && REPORTING.test(doc.at(head).lemma)) {
			if (FACTIVE.test(doc.at(head).lemma)) return { known: true };
			const subject = doc.child(head, ...SUBJECT);
			return subject === undefined ? { known: false } : speaker(context, subject);
		}
		if (head === at || !/^(conj|advcl|relcl|acl|ccomp)$/.test(dep)) return { known: true };
		at = head;
	}
}

/** "They meant to come, but “it rained,” said X": only the rest is what X said. */
function isBesideQuotation(doc: Doc, verb: number): boolean {
	const { dep, head } = doc.at(verb);
	const quoted = (i: number) => doc.isQuoted(doc.at(i).start);
	return (
		dep === 'ccomp' &&
		head > verb &&
		quoted(head - 1) &&
		doc.children(verb, 'conj').some((i) => quoted(i))
	);
}

/** Who speaks, where the verb stands in a quotation: the subject of the nearest verb of saying outside it, in its paragraph. */
function quotationAround(context: Context, verb: number): Source | undefined {
	const { doc } = context;
	if (!doc.isQuoted(doc.at(verb).start)) return undefined;
	const nearest = speakingVerb(doc, verb);
	const subject = nearest === undefined ? undefined : doc.child(nearest, ...SUBJECT);
	return subject === undefined ? { known: false } : speaker(context, subject);
}

/** The verb of saying outside quotations that stands nearest to tokens from `first` to `last`, in their paragraph. */
export function speakingVerb(doc: Doc, first: number, last = first): number | undefined {
	const { start } = doc.at(first);
	const line = doc.text.indexOf('\n', start);
	const from = doc.tokenFrom(doc.text.lastIndexOf('\n', start) + 1);
	const to = doc.tokenFrom(line < 0 ? doc.text.length : line);
	const speaking = doc.range({ start: from, end: to }).filter((i) => {
		const { tag, lemma, start: place } = doc.at(i);
		return /^V/.test(tag) && REPORTING.test(lemma) && !doc.isQuoted(place);
	});
	const far = (i: number) => (i < first ? first - i : Math.abs(i - last));
	return speaking.toSorted((one, other) => far(one) - far(other))[0];
}

function speaker(context: Context, token: number): Source {
	const { doc, names, antecedents, referents } = context;
	const core = coreOf(doc, token);
	const plain = textAt(doc, core);
	const pronoun = /^(PRP|WP)$/.test(doc.at(token).tag);
	const said = pronoun ? antecedents.get(token) : spoken(context, core);
	if (!said) return { known: false };
	const entity = names.at.get(token)?.entity ?? referents.get(token);
	return {
		known: true,
		attribution: {
			...plain,
			...(said !== plain.text && { as: said }),
			...(entity !== undefined && { entity })
		}
	};
}
