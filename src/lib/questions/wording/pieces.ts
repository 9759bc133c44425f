import type { Fact, Predicate, Slot } from '$lib/facts/fact';
import { mentions } from '$lib/language/names';
import {
	capitalised,
	entityOf,
	groupsOf,
	listed,
	possessive,
	type Entities,
	type Group,
	type Phrase
} from './phrase';
import { verbGroup, type VerbGroup } from './verb-group';

/** How the slots are worded: the default, or other words for some of them (by index). */
export type SlotWords = (index: number) => string;

export const slotAt = (fact: Fact, index: number): Slot => fact.slots[index] as Slot;
export const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ');

/**
 * The answer that a slot holds, as it is shown: the entity's name, else the article's words, unless
 * these don't stand alone ("it" → "Azerbaijan", but "the field of energy" → "energy").
 */
export function answerOf(slot: Slot, entities: Entities): string {
	const name = entityOf(entities, slot)?.name;
	if (name !== undefined) return name;
	const own = slot.as === undefined || slot.type === 'quantity' || mentions(slot.as, slot.text);
	const text = own ? slot.text : (slot.as ?? slot.text);
	// "Seven" has its capital from the start of its sentence.
	return slot.type === 'quantity' ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function phraseWords(fact: Fact, phrase: Phrase, say: SlotWords): string {
	return joined(
		...phrase.parts.map((index) => {
			const slot = slotAt(fact, index);
			if (slot.role === 'possessor') return possessive(say(index), slot.plural);
			return slot.role === 'modifier' ? joined(slot.preposition, say(index)) : say(index);
		})
	);
}

export const groupWords = (fact: Fact, group: Group, say: SlotWords): string =>
	joined(group.preposition, listed(group.phrases.map((phrase) => phraseWords(fact, phrase, say))));

export const isPlural = (fact: Fact, group: Group): boolean => {
	const slot = slotAt(fact, (group.phrases[0] as Phrase).head);
	if (group.phrases.length > 1) return true;
	return slot.plural ?? (slot.type === 'quantity' && slot.value !== 1);
};

/** The clause's pieces in the order of a statement. */
export interface Pieces {
	groups: Group[];
	subject: Group;
	fronted: Group[];
	after: Group[];
	verb: VerbGroup;
}

export function piecesOf(fact: Fact, predicate: Predicate = fact.predicate): Pieces {
	const groups = groupsOf(fact);
	const at = groups.findIndex((group) => group.role === 'subject');
	const subject = groups[at];
	if (!subject) throw new Error(`The fact ${fact.id} has no subject.`);
	return {
		groups,
		subject,
		fronted: groups.slice(0, at),
		after: groups.slice(at + 1),
		verb: verbGroup(predicate, isPlural(fact, subject))
	};
}

export const closed = (sentence: string, mark: '.' | '?'): string =>
	capitalised(sentence) + (mark === '.' && /[.!?]$/.test(sentence) ? '' : mark);

/** The attribution as an opening, "According to X, ", where the article only reports the claim. */
export function opening(
	fact: Fact,
	entities: Entities,
	avoid: readonly string[]
): string | undefined {
	if (!fact.attribution) return '';
	const { as, text } = fact.attribution;
	const name = entityOf(entities, fact.attribution)?.name;
	const fair = [as ?? text, name].find(
		(candidate) => candidate && !avoid.some((key) => mentions(candidate, key))
	);
	return fair && `according to ${fair}, `;
}

/** Prepositions that stay behind: "how much is it worth?". All others go along: "from which country …?" */
export const STRANDED = new Set(['worth', 'like']);

/** What a possessor (or the one after "of") owns: "attempt to build ties", "summit". */
export const ownedWords = (fact: Fact, phrase: Phrase, owner: number, say: SlotWords): string =>
	joined(
		...phrase.parts
			.filter((part) => part !== owner)
			.map((part) => {
				const slot = slotAt(fact, part);
				return joined(slot.role === 'modifier' ? slot.preposition : undefined, say(part));
			})
	).replace(/^(a|an|the) /, '');

/** The group and phrase that a slot stands in. */
export function placeOf(
	groups: readonly Group[],
	index: number
): { group: Group; phrase: Phrase } | undefined {
	for (const group of groups)
		for (const phrase of group.phrases) if (phrase.parts.includes(index)) return { group, phrase };
	return undefined;
}

/** Time and place that open the sentence stay there before "say": "During the visit, who said that …?" */
export const opensWithTime = (fact: Fact): boolean =>
	fact.slots.some((slot) => slot.type === 'quotation');
