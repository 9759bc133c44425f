import type { Span } from '$lib/article/article';
import type { Slot } from '../fact';
import { amountsIn } from './amounts';
import type { Clause } from './clauses';
import type { Context } from './context';
import type { Doc } from './doc';
import { figureSlots } from './figures';
import { isWhole } from './halves';
import { nameSlot } from './phrases';
import { readPredicate } from './predicate';
import { coreOf, textAt } from './spans';
import { typeOfTime } from './times';

const FIGURE = /^(CARDINAL|MONEY|PERCENT|QUANTITY)$/;
const OFFICE =
	/(?:President|King|Queen|Emperor|Minister|Secretary|Governor|Director|Chair\w*|Mayor|Bishop|Head|Member|Duke|Prince|Princess|Fellow|Professor|State|Gulf|Bank|City|Capital) (?:of|for) (?:the )?$/;
const LISTED = /^(including|like|such|between|among)$/i;

/** Figures, dates and names of a sentence that no clause of it took up: only a gap can ask for them. */
export function asidesOf(context: Context, sentence: Span, taken: readonly Slot[]): Slot[] {
	const { doc, names } = context;
	const role = { role: 'aside' } as const;
	const isTaken = (slot: Slot) =>
		taken.some(({ start, end, asked }) => asked !== false && start < slot.end && slot.start < end);
	const found = amountsIn(doc.text, doc.place(sentence));
	const add = (slots: readonly Slot[]) =>
		found.push(
			...slots.filter(
				(slot) => !found.some((other) => other.start < slot.end && slot.start < other.end)
			)
		);
	for (const i of doc.range(sentence)) {
		const { entity, entityStart, dep } = doc.at(i);
		const mention = names.at.get(i);
		if (mention?.start === i) {
			// One of several is no whole answer.
			const head = mention.end - 1;
			const alone =
				doc.child(head, 'conj') === undefined &&
				!/^(conj|compound|nmod|amod)$/.test(doc.at(head).dep);
			const listed = LISTED.test(doc.at(doc.at(head).head).text);
			if (alone && !listed && isWhole(context, mention))
				add([gapFor(nameSlot(context, mention, mention.entity, role))]);
		} else if (entity === 'DATE' && entityStart) add(dateAt(context, i));
		else if (entity === 'NORP' && entityStart) add(peopleAt(doc, i));
		else if (FIGURE.test(entity) && entityStart) {
			let end = i + 1;
			while (doc.tokens[end]?.entity === entity && !doc.tokens[end]?.entityStart) end++;
			const figure = doc.range({ start: i, end });
			const number = figure.find((at) => doc.at(at).dep === 'nummod');
			const head = entity === 'CARDINAL' && number !== undefined ? doc.at(number).head : i;
			if (dep === 'conj' || doc.child(head, 'conj') !== undefined) continue;
			add(figureSlots(context, head, coreOf(doc, head), role) ?? []);
		}
	}
	add(termsIn(doc, sentence));
	add(nounsIn(doc, sentence));
	const { start } = doc.place(sentence);
	return found.filter((slot) => {
		const before = doc.text.slice(start, slot.start);
		const inBrackets = before.lastIndexOf('(') > before.lastIndexOf(')');
		// "Flight of the Conchords": half of a name. "Norman, Oklahoma": nobody asks for the second.
		const half = /\p{L}.* \p{Lu}\p{L}* (?:of|for) (?:the )?$/u.test(before) && !OFFICE.test(before);
		const within = /\p{Lu}\p{L}*, $/u.test(before) && /^(place|city|country)$/.test(slot.type);
		return (
			slot.asked !== false &&
			slot.role === 'aside' &&
			!inBrackets &&
			!half &&
			!within &&
			!isTaken(slot)
		);
	});
}

/**
 * What a sentence says of whom, for one that stands alone although no clause of it could be read to its end: only gaps
 * ask for what is in it.
 */
export function bareClause(context: Context, sentence: Span): Clause | undefined {
	const { doc } = context;
	const verb = doc.range(sentence).find((i) => doc.at(i).head === i);
	const subject = verb === undefined ? undefined : doc.child(verb, 'nsubj', 'nsubjpass');
	const read = verb === undefined ? undefined : readPredicate(doc, verb);
	if (verb === undefined || subject === undefined || !read) return undefined;
	const plain = textAt(doc, coreOf(doc, subject));
	const as = doc.at(subject).tag === 'PRP' ? context.antecedents.get(subject) : undefined;
	return {
		verb,
		predicate: read.predicate,
		slots: [{ role: 'subject', type: 'thing', ...plain, ...(as && { as }), asked: false }],
		hedged: false,
		borrowed: false,
		dropped: 0
	};
}

/** "The Olmec", "Republicans": a people or a party, not "the Olmec cities". */
function peopleAt(doc: Doc, i: number): Slot[] {
	const { pos, dep, text } = doc.at(i);
	const alone = /^(nsubj|nsubjpass|pobj|dobj)$/.test(dep) && doc.child(i, 'conj') === undefined;
	if (!/^(NOUN|PROPN)$/.test(pos) || !alone || !/^\p{Lu}/u.test(text)) return [];
	if (doc.children(i, 'amod', 'compound', 'nummod', 'poss').length > 0) return [];
	return [{ role: 'aside', type: 'thing', ...textAt(doc, { start: i, end: i + 1 }) }];
}

/** Tokens of a term, at most. */
const TERM = 3;

/** What the sentence names or defines: "a device called a _____", "A _____ is an animal that …". */
function termsIn(doc: Doc, sentence: Span): Slot[] {
	return doc.range(sentence).flatMap((i): Slot[] => {
		const { dep, head, tag } = doc.at(i);
		if (!/^NNS?$/.test(tag) || doc.child(i, 'conj', 'prep', 'relcl', 'acl') !== undefined)
			return [];
		const { lemma } = doc.at(head);
		const named = dep === 'oprd' && /^(call|name|term|dub|coin)$/.test(lemma);
		const known =
			dep === 'pobj' && lemma === 'as' && /^(know|refer)$/.test(doc.at(doc.at(head).head).lemma);
		if (!named && !known && !(dep === 'nsubj' && isDefined(doc, head))) return [];
		const { start, end } = coreOf(doc, i, { alone: true });
		const first = /^(DT|PRP\$)$/.test(doc.at(start).tag) ? start + 1 : start;
		if (first > i || end - first > TERM || end !== i + 1) return [];
		return [{ role: 'aside', type: 'thing', ...textAt(doc, { start: first, end }) }];
	});
}

/** Nouns that say nothing by themselves. */
const EMPTY =
	/^(way|part|kind|sort|type|number|amount|thing|people|person|man|woman|time|day|week|month|year|decade|century|one|other|lot|rest|place|area|example|case|fact|point|end|use|member|group|level|result|role|range|variety|half|majority|percent|percentage|rate|size|length|metre|meter|kilometre|kilometer|mile|foot|inch|acre|hectare|tonne|ton|litre|liter|kilogram|gram|pound|dollar|degree)$/;

/** What the sentence says of something, in up to three words of its own: "sells _____ to its neighbours". */
function nounsIn(doc: Doc, sentence: Span): Slot[] {
	return doc.range(sentence).flatMap((i): Slot[] => {
		const { dep, tag, lemma, entity } = doc.at(i);
		if (!/^NNS?$/.test(tag) || entity || EMPTY.test(lemma)) return [];
		if (!/^(nsubj|nsubjpass|dobj|pobj|attr|oprd)$/.test(dep)) return [];
		if (doc.child(i, 'conj', 'poss', 'nummod', 'predet') !== undefined) return [];
		const { start, end } = coreOf(doc, i, { alone: true });
		const first = /^(DT|PDT)$/.test(doc.at(start).tag) ? start + 1 : start;
		const own = doc.range({ start: first, end: i + 1 });
		const plain = own.every((at) => /^(NNS?|JJ|VBG|VBN|HYPH)$/.test(doc.at(at).tag));
		if (!plain || first > i || own.length > TERM || own.some((at) => doc.at(at).entity)) return [];
		if (
			end > i + 1 &&
			!/^(prep|acl|relcl)$/.test(doc.at(doc.children(i).find((c) => c > i) ?? i).dep)
		)
			return [];
		return [{ role: 'aside', type: 'thing', ...textAt(doc, { start: first, end: i + 1 }) }];
	});
}

/** "… is the process by which", "… is an animal that": says what something is. */
function isDefined(doc: Doc, verb: number): boolean {
	const attribute = doc.child(verb, 'attr');
	if (doc.at(verb).lemma !== 'be' || attribute === undefined || doc.at(attribute).tag !== 'NN')
		return false;
	const told = doc.child(attribute, 'relcl', 'acl', 'prep');
	return doc.child(attribute, 'det') !== undefined && told !== undefined;
}

/** In the article's own sentence any name can be asked for, whatever it is taken for. */
const gapFor = ({ asked: _, ...slot }: Slot): Slot => slot;

/** The date that begins at a token, where it can be told which. */
function dateAt({ doc }: Context, i: number): Slot[] {
	let end = i + 1;
	while (doc.tokens[end]?.entity === 'DATE' && !doc.tokens[end]?.entityStart) end++;
	// "Asteroid 2012 DA14", "the early 1990s initiatives": part of what something is called.
	const inside = doc
		.range({ start: i, end })
		.some((at) => doc.at(at).head >= end && /^(nummod|compound|amod|nmod)$/.test(doc.at(at).dep));
	const listed = doc
		.range({ start: i, end })
		.some((at) => doc.at(at).dep === 'conj' || doc.child(at, 'conj') !== undefined);
	const before = doc.tokens[i - 1];
	// "Comic-Con 2015", "2003’s comedy"
	const named = before?.pos === 'PROPN' && before.entity !== 'DATE';
	const owned = /^['’]s?$/.test(doc.tokens[end]?.text ?? '');
	if (inside || listed || named || owned) return [];
	const plain = textAt(doc, { start: i, end });
	const time = typeOfTime(plain.text);
	// "2010 and 2011" asks for two, "1947 to 1960" hides a range.
	if (/ (and|to|or|through|until) |[–-]/.test(plain.text)) return [];
	if (
		/\b(old|alone)$|\bage\b/.test(plain.text) ||
		time.relative ||
		!/^(year|date)$/.test(time.type)
	)
		return [];
	return [
		{
			role: 'aside',
			type: time.type,
			...plain,
			...(time.value !== undefined && { value: time.value }),
			...(time.noun && { noun: time.noun })
		}
	];
}
