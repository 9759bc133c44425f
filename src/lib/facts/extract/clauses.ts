import type { Attribution, Predicate, Role, Slot } from '../fact';
import { REPORTING, sourceOf } from './attribution';
import { typeOfNoun } from './classes';
import { complementsOf, type Placed } from './complements';
import type { Context, Loss } from './context';
import type { Doc } from './doc';
import { nounSlots } from './phrases';
import { readPredicate } from './predicate';
import { gapOf, subjectOf, type Subject } from './subjects';

/** A clause of the text as a fact's predicate and slots, before it has an id and evidence. */
export interface Clause {
	/** Token of the verb; of the name where there is no verb. */
	verb: number;
	predicate: Predicate;
	slots: Slot[];
	attribution?: Attribution;
	/** Doubted by the article itself. */
	hedged: boolean;
	/** Tense or subject were taken over from the clause around it. */
	borrowed: boolean;
	/** How many phrases were left out. */
	dropped: number;
}

export type Reading = { ok: true; clause: Clause } | { ok: false; verb: number; loss: Loss };

const SAYING = /^(tell|say|ask|add|explain|inform|reply|remind|assure|warn|argue|note|mention)$/;
/** What nothing but a person does. */
const ONLY_PERSONS = new Set(
	'bear marry graduate retire smile sleep laugh befriend enlist perform'.split(' ')
);
const TIMES = /^(date|year|month|duration)$/;
/** What times do. */
const SEEING = /^(be|see|witness|bring|mark|experience|mean)$/;
/** Lines under pictures. */
const LICENCE = /\b(licen[sc]ed under|creative commons|CC[ -]BY|all rights reserved)\b/i;

/** All clauses of the text with a subject, stated or restored, or why a verb gives none. */
export function readClauses(context: Context): Reading[] {
	const { doc } = context;
	const known = new Map<number, Predicate>();
	return doc.tokens.flatMap(({ pos, tag, dep }, verb): Reading[] => {
		if (!/^(VERB|AUX)$/.test(pos) || tag === 'MD' || /^(aux|auxpass|amod|compound)$/.test(dep))
			return [];
		const reading = readClause(context, verb, known);
		if (reading.ok) known.set(verb, reading.clause.predicate);
		return [reading];
	});
}

/** The clause of one verb; `known` are the predicates of those before it. */
export function readClause(
	context: Context,
	verb: number,
	known: ReadonlyMap<number, Predicate>
): Reading {
	const { doc, names, referents } = context;
	const no = (loss: Loss): Reading => ({ ok: false, verb, loss });
	const last = doc.at(doc.sentenceOf(verb).end - 1).text;
	if (last === '?') return no('question or command');
	if (LICENCE.test(doc.words(doc.sentenceOf(verb)))) return no('says nothing');
	const doubt = unstated(context, verb);
	if (doubt) return no(doubt);

	const subject = subjectOf(context, verb);
	if (!subject) return no('no subject');
	const from = subject.from ?? doc.at(verb).head;
	const outer = known.get(from) ?? readPredicate(doc, from)?.predicate;
	// "…, and new projects mooted": the auxiliaries are those of the verb before.
	const bare = doc.at(verb).dep === 'conj' && /^VB[NG]$/.test(doc.at(verb).tag);
	const read = readPredicate(doc, verb, subject.own && !bare ? undefined : outer);
	if (!read) return no('no predicate');
	const said = nounSlots(context, subject.token, 'subject', { without: verb });
	if (!said.ok) return no(said.loss);
	const head = said.slots.find((slot) => slot.role === 'subject');
	if (!head) return no('no subject');
	// "The last year has seen a rise", but no day says anything.
	if (TIMES.test(head.type) && !SEEING.test(read.predicate.lemma)) return no('parse in doubt');
	const plural = pluralOf(context, subject, verb, read.predicate);
	if (plural === 'in doubt') return no('parse in doubt');

	if (isMismatched(context, subject.token, verb)) return no('parse in doubt');
	const self = names.at.get(subject.token)?.entity ?? referents.get(subject.token);
	// "Paris was born": the model took the name for a city’s.
	const type = self === undefined ? 'person' : names.entities.get(self)?.type;
	if (type !== 'person' && ONLY_PERSONS.has(read.predicate.lemma)) return no('parse in doubt');
	const rest = complementsOf({ ...context, self }, verb, subject.token);
	if (!rest.ok) return no(rest.loss);
	const source = sourceOf(context, verb);
	if (!source.known) return no('unresolved pronoun');

	const gap = subject.own ? gapOf(context, verb) : undefined;
	if (gap !== undefined) {
		const object = nounSlots(context, gap, 'object', { without: verb });
		if (!object.ok) return no(object.loss);
		rest.placed.unshift({ at: verb + 0.5, slots: object.slots, listed: false });
	}
	oneTime(rest.placed);
	keepApart(rest.placed);
	const opening = rest.placed.filter(({ at }) => at < subject.token && subject.own);
	const after = rest.placed.filter((one) => !opening.includes(one) && one.at > verb);
	const between = rest.placed.filter((one) => !opening.includes(one) && one.at < verb);
	const slots = [
		...opening.flatMap((one) => one.slots),
		...said.slots.map((slot) => (slot === head ? numbered(slot, plural) : slot)),
		...[...after, ...between].flatMap((one) => one.slots)
	];
	const torn = after.length === 0 && doc.children(verb, 'cc').some((i) => i === verb + 1);
	if (
		torn ||
		(!rest.placed.length && !rest.infinitive && (rest.dropped || !saysMuch(read.predicate)))
	)
		return no('says nothing');
	// "X told the newspaper": what was said stands outside the clause.
	const told = rest.placed.some(({ slots }) =>
		slots.some(
			({ role, type }) => role === 'object' && type !== 'person' && type !== 'organisation'
		)
	);
	if (SAYING.test(read.predicate.lemma) && read.predicate.voice === 'active' && !told)
		return no('says nothing');
	if (doc.children(subject.token, 'cc').some((i) => /^(or|nor)$/i.test(doc.at(i).text)))
		return no('does not stand alone');
	return {
		ok: true,
		clause: {
			verb,
			predicate: {
				...read.predicate,
				...(rest.infinitive !== undefined && { infinitive: rest.infinitive })
			},
			slots,
			...(source.attribution && { attribution: source.attribution }),
			hedged: read.hedged,
			borrowed: read.borrowed || !subject.own,
			dropped: rest.dropped
		}
	};
}

const OTHER_ROLE: Partial<Record<Role, Role>> = {
	object: 'complement',
	complement: 'object',
	place: 'oblique',
	oblique: 'place',
	time: 'oblique',
	adverbial: 'complement',
	agent: 'oblique'
};

/** Phrases of one role, type and preposition in a row would read as a list: "in Randers in Jutland" is none. */
function keepApart(placed: Placed[]): void {
	placed.forEach(({ slots, listed }, i) => {
		const before = placed[i - 1]?.slots.findLast(({ role }) => role !== 'modifier');
		const first = slots.find(({ role }) => role !== 'possessor');
		if (!before || !first || listed) return;
		const same =
			before.role === first.role &&
			before.type === first.type &&
			before.preposition === first.preposition;
		const role = OTHER_ROLE[first.role];
		if (same && role) slots[slots.indexOf(first)] = { ...first, role };
	});
}

/** "Between May and June in 1981, in 1981": said twice by the parse, not by the article. */
function oneTime(placed: Placed[]): void {
	const known = new Set<string>();
	for (let i = placed.length - 1; i >= 0; i--) {
		const year = placed[i]!.slots.find(({ type }) => type === 'year' || type === 'date')?.text;
		const repeated = [...known].some((other) => year !== undefined && other.endsWith(year));
		if (repeated) placed.splice(i, 1);
		else if (year !== undefined) known.add(year);
	}
}

/** "The talks have been revived" says something, "X said" nothing. */
const saysMuch = ({ voice, aspect }: Predicate): boolean =>
	voice === 'passive' || aspect !== 'simple';

function numbered(slot: Slot, plural: boolean | undefined): Slot {
	if (plural === undefined) return slot;
	const { plural: _, ...rest } = slot;
	return plural
		? { ...rest, plural }
		: rest.type === 'quantity'
			? { ...rest, plural: false }
			: rest;
}

/** The number that verb and subject agree on; `in doubt` where they don't: then the parse is wrong. */
function pluralOf(
	{ doc, names }: Context,
	subject: Subject,
	verb: number,
	{ modal }: Predicate
): boolean | undefined | 'in doubt' {
	const { tag } = doc.at(subject.token);
	const several = doc.child(subject.token, 'conj') !== undefined;
	const own = several || /^(NNS|NNPS)$/.test(tag);
	if (modal !== undefined || !subject.own || doc.at(verb).dep === 'conj')
		return names.at.has(subject.token) && !several ? false : own;
	const finite = [...doc.children(verb, 'aux', 'auxpass').filter((i) => i < verb), verb].find((i) =>
		/^VB[DPZ]$/.test(doc.at(i).tag)
	);
	const form = finite === undefined ? undefined : doc.at(finite);
	const singular = form && (form.tag === 'VBZ' || /^was$/i.test(form.text));
	const manifold = form && (form.tag === 'VBP' || /^were$/i.test(form.text));
	if (manifold && tag === 'NN' && !several && !COLLECTIVE.has(doc.at(subject.token).lemma))
		return 'in doubt';
	if (singular && tag === 'NNS' && !doc.at(subject.token).entity) return 'in doubt';
	if (manifold) return true;
	return singular ? false : names.at.has(subject.token) && !several ? false : own;
}

/** "St Anne is the main area": no person is an area, so the name is not typed right. */
function isMismatched({ doc, names }: Context, subject: number, verb: number): boolean {
	const mention = names.at.get(subject);
	const attribute = doc.child(verb, 'attr');
	if (!mention || attribute === undefined || doc.at(verb).lemma !== 'be') return false;
	if (doc.at(attribute).tag !== 'NN' || names.at.has(attribute)) return false;
	const { type } = names.entities.get(mention.entity)!;
	return (type === 'person') !== (typeOfNoun(doc.at(attribute).lemma) === 'person');
}

const COLLECTIVE = new Set(
	'aircraft spacecraft series species means headquarters cattle fish sheep deer youth military number majority group team family couple rest lot range variety police people staff crew public percent half third quarter total dozen pair'.split(
		' '
	)
);

/** Why a clause states nothing by itself: a condition, a wish, another's doubt, a question in a question. */
export function unstated({ doc, plain }: Context, verb: number): Loss | undefined {
	const conditional = (i: number) =>
		doc.children(i, 'mark').some((mark) => /^(if|unless|whether|lest)$/i.test(doc.at(mark).text));
	if (doc.children(verb, 'advcl').some(conditional)) return 'hypothetical';
	for (let at = verb; ; at = doc.at(at).head) {
		const { dep, head } = doc.at(at);
		if (conditional(at)) return 'hypothetical';
		if (plain && isGround(doc, at)) return undefined;
		if (/^(pcomp|csubj|csubjpass|xcomp)$/.test(dep)) return 'inside another clause';
		if (dep === 'ccomp') {
			if (!REPORTING.test(doc.at(head).lemma)) return 'hypothetical';
			if (doc.children(at).some((i) => i < at && /^(WRB|WP|WDT)$/.test(doc.at(i).tag)))
				return 'inside another clause';
		}
		// What stands in a noun phrase is taken for granted, whatever is said of the noun.
		if (head === at || !/^(conj|advcl|ccomp|parataxis)$/.test(dep)) return undefined;
	}
}

/** "After it had emerged", "because X left": taken for granted, however sure the rest is. */
function isGround(doc: Doc, verb: number): boolean {
	const { dep, head } = doc.at(verb);
	const led = doc
		.children(verb, 'mark')
		.some((i) => /^(after|since|because|although|though|while)$/i.test(doc.at(i).text));
	const finite = [verb, ...doc.children(verb, 'aux', 'auxpass')].some((i) =>
		/^VB[DZP]$/.test(doc.at(i).tag)
	);
	const open = [head, doc.at(head).head].some((i) =>
		doc.children(i, 'aux').some((aux) => doc.at(aux).tag === 'MD')
	);
	return dep === 'advcl' && led && finite && !open;
}
