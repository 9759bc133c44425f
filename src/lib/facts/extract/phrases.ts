import type { Span } from '$lib/article/article';
import type { Role, Slot } from '../fact';
import type { Context, Loss } from './context';
import type { Doc } from './doc';
import { isBare } from './bare';
import { figureSlots, timeOf, timeSlot } from './figures';
import { coreOf, endsOpen, spoken, textAt } from './spans';

export type Slots = { ok: true; slots: Slot[] } | { ok: false; loss: Loss };
type Start = Pick<Slot, 'role' | 'preposition'>;

const lost = (loss: Loss): Slots => ({ ok: false, loss });

interface Options {
	preposition?: string | undefined;
	/** One of several in a list: without the others. */
	alone?: boolean;
	/** Verb of the clause that the phrase is the subject of, where it stands in the phrase. */
	without?: number;
}

/**
 * The noun phrase under `head` as slots: possessor, the phrase itself, and the name after its first preposition,
 * so that each can be asked for. None where the phrase is a time that only the day of reading tells.
 */
export function nounSlots(
	context: Context,
	head: number,
	role: Role,
	{ preposition, alone = false, without }: Options = {}
): Slots {
	const { doc, plain } = context;
	const { tag, text } = doc.at(head);
	const start: Start = preposition ? { role, preposition } : { role };
	if (/^(PRP|WP|WDT|EX)$/.test(tag)) return pronounSlots(context, head, start);

	const whole = withDate(doc, head, coreOf(doc, head, { alone, without }));
	const time = timeOf(doc, head, whole);
	if (time?.relative && !plain) return { ok: true, slots: [] };
	if (time && !plain && /^(subject|object|complement|agent)$/.test(role))
		return lost('parse in doubt');
	if (time) {
		const slot = timeSlot(context, head, whole, time, start);
		return slot ? { ok: true, slots: [slot] } : lost('unresolved pronoun');
	}
	const span = tellable(context, head, whole);
	if (!span || (role === 'subject' && hasUnknownOwner(context, span)))
		return lost('unresolved pronoun');
	if (plain && /^(MD|VB[DPZ]?)$/.test(tag)) return lost('parse in doubt');
	const called = context.names.at.has(head) || Boolean(doc.at(head).entity);
	const counts = plain && tag === 'CD' && (/\p{Lu}/u.test(text) || isCounted(doc, head));
	if (/^(DT|CD|JJ|JJS|JJR)$/.test(tag) && !called && !counts) return lost('does not stand alone');
	if (!plain && isBare(context, head))
		return context.antecedents.has(head)
			? pronounSlots(context, head, start)
			: lost('does not stand alone');
	if (endsOpen(context, span) || isTorn(doc, span)) return lost('parse in doubt');
	const figures = figureSlots(context, head, span, start);
	const slots = figures ?? partedSlots(context, head, span, start);
	// One of several is no whole answer.
	const several = !alone && doc.child(head, 'conj') !== undefined;
	return {
		ok: true,
		slots: several
			? slots.map((slot) => (slot.role === role ? { ...slot, asked: false } : slot))
			: slots
	};
}

/** "His tank was empty": whose? */
const hasUnknownOwner = ({ doc, antecedents }: Context, span: Span): boolean =>
	doc.range(span).some((i) => doc.at(i).tag === 'PRP$' && !antecedents.has(i));

/** "One of many sources". */
const isCounted = (doc: Doc, head: number): boolean =>
	doc.children(head, 'prep').some((child) => child > head && /^of$/i.test(doc.at(child).text));

/** The phrase, or its part before the first thing in it that can't be told: "a place for [such missions]". */
function tellable(context: Context, head: number, span: Span): Span | undefined {
	if (spoken(context, span) !== undefined) return span;
	const cuts = context.doc
		.children(head, 'prep', 'acl', 'relcl', 'npadvmod')
		.filter(
			(child) => child > head && child < span.end && !/^of$/i.test(context.doc.at(child).text)
		)
		.toReversed();
	for (const cut of cuts) {
		const shorter = { start: span.start, end: context.doc.subtree(cut).start };
		// "in the course", "as a way": what is left has to say something by itself.
		const telling =
			context.names.at.has(head) ||
			context.doc
				.children(head, 'amod', 'compound', 'poss', 'nummod')
				.some((child) => child < head);
		if (telling && shorter.end > head && spoken(context, shorter) !== undefined) return shorter;
	}
	return undefined;
}

/** The whole date: "April 12, 1981" has a comma inside. */
function withDate(doc: Doc, head: number, { start, end }: Span): Span {
	if (doc.at(head).entity !== 'DATE') return { start, end };
	let last = end;
	while (doc.tokens[last]?.entity === 'DATE' && !doc.tokens[last]?.entityStart) last++;
	return { start, end: last };
}

/** Half of a hyphenated word. */
function isTorn(doc: Doc, span: Span): boolean {
	const { start, end } = doc.place(span);
	return (
		/^[-–]\p{L}/u.test(doc.text.slice(end, end + 2)) ||
		/\p{L}[-–]$/u.test(doc.text.slice(Math.max(0, start - 2), start))
	);
}

function pronounSlots(
	{ doc, names, antecedents, referents, plain }: Context,
	head: number,
	start: Start
): Slots {
	const { tag, text } = doc.at(head);
	const reflexive = /sel(f|ves)$/i.test(text);
	const there = plain && tag === 'EX';
	const words = antecedents.get(head) ?? (there ? text.toLowerCase() : undefined);
	if (!words && !reflexive) return lost('unresolved pronoun');
	const own = textAt(doc, { start: head, end: head + 1 });
	if (reflexive || !words)
		return { ok: true, slots: [{ ...start, type: 'thing', ...own, asked: false }] };
	const entity = referents.get(head);
	const known = entity === undefined ? undefined : names.entities.get(entity);
	return {
		ok: true,
		slots: [
			{
				...start,
				type: known?.type ?? 'thing',
				...own,
				as: words,
				...(entity === undefined ? { asked: false as const } : { entity })
			}
		]
	};
}

function partedSlots(context: Context, head: number, span: Span, start: Start): Slot[] {
	const { doc, names } = context;
	const slots: Slot[] = [];
	let from = span.start;
	const owner = ownerOf(context, head, span);
	if (owner) {
		slots.push(
			nameSlot(context, { start: span.start, end: owner.end }, owner.entity, { role: 'possessor' })
		);
		from = owner.end + 1;
	}
	const modifier = modifierOf(context, head, span);
	const own = { start: from, end: modifier ? modifier.preposition : span.end };
	const mention = names.at.get(head);
	const isName = mention !== undefined && mention.end >= own.end;
	const main = isName
		? nameSlot(context, own, mention.entity, start)
		: thingSlot(context, head, own, start);
	// "Korea’s who": an owner and a question word don't go together.
	slots.push(owner ? { ...main, asked: false } : main);
	if (modifier)
		slots.push({
			...nameSlot(context, { start: modifier.preposition + 1, end: span.end }, modifier.entity, {
				role: 'modifier',
				preposition: doc.at(modifier.preposition).text.toLowerCase()
			}),
			// "A tiger in Chitwan": torn off its noun the name makes an odd question.
			...(!/^of$/i.test(doc.at(modifier.preposition).text) && { asked: false as const })
		});
	return slots;
}

/** The name that owns the phrase: "Pakistan’s" ambassador. */
function ownerOf(
	{ doc, names }: Context,
	head: number,
	span: Span
): { end: number; entity: string } | undefined {
	const owner = doc.child(head, 'poss');
	const mention = owner === undefined ? undefined : names.at.get(owner);
	const clitic = owner === undefined ? undefined : doc.child(owner, 'case');
	if (owner === undefined || mention === undefined || clitic !== mention.end) return undefined;
	return doc.subtree(owner).start === span.start
		? { end: mention.end, entity: mention.entity }
		: undefined;
}

/** The name at the end of the phrase, after its first preposition: a summit "of the Organization". */
function modifierOf(
	{ doc, names }: Context,
	head: number,
	span: Span
): { preposition: number; entity: string } | undefined {
	const preposition = doc.children(head, 'prep').find((child) => child > head && child < span.end);
	const object = preposition === undefined ? undefined : doc.child(preposition, 'pobj');
	if (preposition === undefined || object === undefined) return undefined;
	const mention = names.at.get(object);
	const lonely = doc.child(object, 'conj') === undefined && mention !== names.at.get(head);
	return mention?.end === span.end && lonely ? { preposition, entity: mention.entity } : undefined;
}

function thingSlot(context: Context, head: number, span: Span, start: Start): Slot {
	const plain = textAt(context.doc, span);
	const said = spoken(context, span);
	return {
		...start,
		type: 'thing',
		...plain,
		...(said !== undefined && said !== plain.text && { as: said }),
		...(/^(NNS|NNPS)$/.test(context.doc.at(head).tag) && { plural: true }),
		asked: false
	};
}

/** After these a name alone is no whole answer. */
const PARTIAL = /^(as|between|among|amongst|including|like|such)$/;

export function nameSlot(context: Context, span: Span, entity: string, start: Start): Slot {
	const { type, class: noun } = context.names.entities.get(entity)!;
	const plain = textAt(context.doc, span);
	// "Which place wrote …?": without a class only "where" asks for it.
	const vague = type === 'place' && !noun && !/^(in|at|on)$/.test(start.preposition ?? '');
	const said = spoken(context, span);
	return {
		...start,
		type,
		...plain,
		...(said !== undefined && said !== plain.text && { as: said }),
		entity,
		...((type === 'thing' || vague || PARTIAL.test(start.preposition ?? '')) && {
			asked: false as const
		})
	};
}

/** "In Baku" is where. */
export const asPlace = (slot: Slot): Slot =>
	slot.role === 'oblique' &&
	/^(country|city|place)$/.test(slot.type) &&
	/^(in|at|on)$/.test(slot.preposition ?? '')
		? { ...slot, role: 'place' }
		: slot;
