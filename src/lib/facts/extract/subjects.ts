import type { Context } from './context';

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
	const { doc } = context;
	const own = doc.child(verb, ...SUBJECT);
	const { dep, head, tag } = doc.at(verb);
	if (own !== undefined) {
		// "the missiles which Azerbaijan has used": the clause has a gap that its head fills.
		const where = doc.children(verb, 'advmod').some((i) => doc.at(i).tag === 'WRB');
		if (dep === 'relcl' && !/^(who|which|that)$/i.test(doc.at(own).text) && !where)
			return gapOf(context, verb) === undefined ? undefined : { token: own, own: true };
		const relative = dep === 'relcl' && /^(who|which|that)$/i.test(doc.at(own).text);
		return { token: relative ? bearerOf(context, head) : own, own: true };
	}
	const counted = doc.child(verb, 'expl') === undefined ? undefined : doc.child(verb, 'attr');
	// "There are 25 mosques in the city": they are in the city.
	if (counted !== undefined && doc.child(counted, 'nummod') !== undefined)
		return { token: counted, own: true };
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
export function gapOf({ doc }: Context, verb: number): number | undefined {
	const { dep, head } = doc.at(verb);
	const filled = doc
		.children(verb, 'dobj', 'attr', 'acomp', 'oprd', 'xcomp', 'ccomp', 'dative', 'auxpass')
		.some((i) => !/^W/.test(doc.at(i).tag));
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

/** Verbs that seldom go without an object. */
const TAKES_OBJECT =
	/^(acquire|buy|sell|build|make|produce|create|design|develop|invent|discover|find|found|establish|use|visit|win|lose|receive|own|hold|publish|release|write|sign|launch|open|call|name|describe|study|examine|measure|test|capture|kill|destroy|attack|lead|direct|head|run|join|support|fund|bring|carry|collect|attend|adopt|introduce|propose|offer|choose|select|appoint|cause|contain|cover|share|hire|employ|teach|marry|meet|recognize|recognise|conquer|rule|purchase|purchased|commission|identify|achieve|earn)$/;

/** "X was a linguist who …": what is said of the linguist is said of X. */
function bearerOf(context: Context, noun: number): number {
	const { doc } = context;
	const { dep, head } = doc.at(noun);
	if (dep === 'attr') return subjectOf(context, head)?.token ?? noun;
	return dep === 'appos' && context.names.at.has(head) ? head : noun;
}

const isBareParticiple = ({ doc }: Context, verb: number): boolean =>
	doc.child(verb, 'mark', 'prep', 'aux') === undefined &&
	doc.children(verb, 'advmod').every((i) => doc.at(i).tag !== 'WRB');
