import type { Context } from './context';
import type { Doc } from './doc';

const SUBJECT = ['nsubj', 'nsubjpass'];

/** The subject of a verb. */
export interface Subject {
	token: number;
	/** The verb has it itself; else it was restored from the clause of `from`. */
	own: boolean;
	from?: number;
}

/** The verb’s own subject, or the one that it shares with the clause around it. */
export function subjectOf(context: Context, verb: number): Subject | undefined {
	const { doc, plain } = context;
	const own = doc.child(verb, ...SUBJECT);
	const { dep, head, tag } = doc.at(verb);
	if (own !== undefined) {
		// "the missiles which Azerbaijan has used": the clause has a gap that its head fills.
		const where = doc.children(verb, 'advmod').some((i) => doc.at(i).tag === 'WRB');
		if (dep === 'relcl' && !/^(who|which|that)$/i.test(doc.at(own).text) && !where) {
			const complete = gapOf(context, verb) !== undefined || (plain && hasLead(context, verb));
			return complete ? { token: own, own: true } : undefined;
		}
		const relative = dep === 'relcl' && /^(who|which|that)$/i.test(doc.at(own).text);
		return { token: relative ? bearerOf(context, head) : own, own: true };
	}
	const counted = doc.child(verb, 'expl') === undefined ? undefined : doc.child(verb, 'attr');
	// "There are 25 mosques in the city": they are in the city.
	if (counted !== undefined && doc.child(counted, 'nummod') !== undefined)
		return { token: counted, own: true };
	const there = doc.child(verb, 'expl');
	if (
		plain &&
		there !== undefined &&
		doc.at(there).tag === 'EX' &&
		doc.child(verb, 'attr') !== undefined
	)
		return { token: there, own: true };
	if (doc.child(verb, 'expl', 'csubj') !== undefined) return undefined;
	if (dep === 'conj' && /^(VERB|AUX)$/.test(doc.at(head).pos)) {
		const before = subjectOf(context, head);
		const finite = /^VB[DPZ]$/.test(tag) || doc.children(verb, 'aux', 'auxpass').length > 0;
		return before && { token: before.token, own: finite, from: head };
	}
	const participle =
		(tag === 'VBG' && verb > head) ||
		(tag === 'VBN' &&
			!/^(follow|compare|give|base|accompany|combine|couple)$/.test(doc.at(verb).lemma) &&
			doc.child(verb, 'agent', 'prep', 'npadvmod') !== undefined);
	if (dep === 'advcl' && participle && isBareParticiple(context, verb)) {
		const before = subjectOf(context, head);
		return before && { token: before.token, own: false, from: head };
	}
	const noun = /^(NOUN|PROPN)$/.test(doc.at(head).pos);
	if (
		dep === 'acl' &&
		tag === 'VBN' &&
		noun &&
		doc.child(verb, 'agent', 'prep', 'npadvmod') !== undefined
	)
		return { token: bearerOf(context, head), own: false };
	return undefined;
}

/** The noun that a relative clause with a subject of its own is about, where it can only be its object. */
export function gapOf({ doc, plain }: Context, verb: number): number | undefined {
	const { dep, head } = doc.at(verb);
	const filled = doc
		.children(verb, 'dobj', 'attr', 'acomp', 'oprd', 'xcomp', 'ccomp', 'dative', 'auxpass')
		.some((i) => !/^W/.test(doc.at(i).tag) && !(plain && isMeans(doc, verb)));
	const stranded = doc.children(verb, 'prep').some((i) => doc.child(i, 'pobj') === undefined);
	const own = doc.child(verb, ...SUBJECT);
	const relative = own !== undefined && !/^W/.test(doc.at(own).tag);
	return dep === 'relcl' &&
		relative &&
		!filled &&
		!stranded &&
		TAKES_OBJECT.test(doc.at(verb).lemma)
		? head
		: undefined;
}

/** "Ventures under which firms would build" */
const hasLead = ({ doc }: Context, verb: number): boolean =>
	doc
		.children(verb, 'prep')
		.some((i) => i < verb && doc.children(i, 'pobj').some((j) => doc.at(j).tag === 'WDT'));

/** "The strategy that they use to build ships": they build by it. */
export const isMeans = (doc: Doc, verb: number): boolean =>
	doc.at(verb).dep === 'relcl' &&
	doc.at(verb).lemma === 'use' &&
	doc.child(verb, 'xcomp') !== undefined &&
	doc.children(verb, 'nsubj').some((i) => !/^W/.test(doc.at(i).tag)) &&
	doc.child(verb, 'dobj', 'auxpass') === undefined;

/** Verbs that seldom go without an object. */
const TAKES_OBJECT =
	/^(acquire|buy|sell|build|make|produce|create|design|develop|invent|discover|find|found|establish|use|visit|win|lose|receive|own|hold|publish|release|write|sign|launch|open|call|name|describe|study|examine|measure|test|capture|kill|destroy|attack|lead|direct|head|run|join|support|fund|bring|carry|collect|attend|adopt|introduce|propose|offer|choose|select|appoint|cause|contain|cover|share|hire|employ|teach|marry|meet|recognize|recognise|conquer|rule|purchase|purchased|commission|identify|achieve|earn)$/;

/** "X was a linguist who …": what is said of the linguist is said of X. */
function bearerOf(context: Context, noun: number): number {
	const { doc } = context;
	const { dep, head } = doc.at(noun);
	const subject = dep === 'attr' ? subjectOf(context, head)?.token : undefined;
	if (subject !== undefined) return doc.at(subject).tag === 'EX' ? noun : subject;
	return dep === 'appos' && context.names.at.has(head) ? head : noun;
}

const isBareParticiple = ({ doc }: Context, verb: number): boolean =>
	doc.child(verb, 'mark', 'prep', 'aux') === undefined &&
	doc.children(verb, 'advmod').every((i) => doc.at(i).tag !== 'WRB');
