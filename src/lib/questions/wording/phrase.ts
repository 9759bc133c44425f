import type { Entity, Fact, Role, Slot } from '$lib/facts/fact';

export type Entities = ReadonlyMap<string, Entity>;
export const entityOf = (entities: Entities, slot: Pick<Slot, 'entity'>): Entity | undefined =>
	slot.entity === undefined ? undefined : entities.get(slot.entity);

/** One phrase of the clause: a head with its possessors and modifiers, as indices into the fact's slots. */
export interface Phrase {
	head: number;
	parts: number[];
}
/** Phrases that share a role and a preposition: "in Islamabad, Moscow and Ankara". */
export interface Group {
	role: Role;
	preposition: string | undefined;
	phrases: Phrase[];
}

/** The clause's groups in the order of its slots. */
export function groupsOf(fact: Fact): Group[] {
	const phrases: Phrase[] = [];
	let possessors: number[] = [];
	for (const [index, slot] of fact.slots.entries()) {
		const last = phrases.at(-1);
		if (slot.role === 'aside') continue;
		if (slot.role === 'possessor') possessors.push(index);
		else if (slot.role === 'modifier' && last) last.parts.push(index);
		else {
			phrases.push({ head: index, parts: [...possessors, index] });
			possessors = [];
		}
	}
	const groups: Group[] = [];
	for (const phrase of phrases) {
		const slot = fact.slots[phrase.head] as Slot;
		const last = groups.at(-1);
		const sibling = last && (fact.slots[(last.phrases[0] as Phrase).head] as Slot);
		if (
			last &&
			sibling?.role === slot.role &&
			sibling.preposition === slot.preposition &&
			sibling.type === slot.type
		)
			last.phrases.push(phrase);
		else groups.push({ role: slot.role, preposition: slot.preposition, phrases: [phrase] });
	}
	return groups;
}

/** The slot in a sentence: `130` becomes "130 Azeri defense personnel". */
export const words = (slot: Slot): string =>
	slot.as ?? (slot.unit && slot.type === 'quantity' ? `${slot.text} ${slot.unit}` : slot.text);

export const possessive = (name: string, plural = false): string =>
	plural && name.endsWith('s') ? `${name}’` : `${name}’s`;

/** "a", "a and b", "a, b and c". */
export const listed = (names: readonly string[], conjunction = 'and'): string =>
	names.length < 2
		? (names[0] ?? '')
		: `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function pluralNoun(noun: string): string {
	// "member of the club" → "members of the club"
	const [, head = noun, rest = ''] = /^(.*?)( (?:of|for|in|with) .*)?$/.exec(noun) ?? [];
	if (/[^aeiou]y$/.test(head)) return `${head.slice(0, -1)}ies${rest}`;
	return `${head}${/(s|x|z|ch|sh)$/.test(head) ? 'es' : 's'}${rest}`;
}
