import type { AnswerType, Entity, Slot } from '$lib/facts/fact';

/** How to ask for a slot. `preposition` goes before the phrase when it is fronted. */
export interface WhPhrase {
	phrase: string;
	preposition?: string;
	plural: boolean;
}

const CLASS_OF_TYPE: Partial<Record<AnswerType, string>> = {
	country: 'country',
	city: 'city',
	year: 'year',
	month: 'month',
	organisation: 'organization',
	place: 'place',
	product: 'product',
	event: 'event',
	money: 'sum'
};
const WHERE = new Set(['in', 'at', 'on']);

const plain = (slot: Slot): Pick<WhPhrase, 'preposition'> =>
	slot.preposition ? { preposition: slot.preposition } : {};

/** The class noun that a slot is asked with: `fighter jet`, `country`; `undefined` where there is none. */
export const classNoun = (slot: Slot, entity: Entity | undefined): string | undefined =>
	slot.noun ?? entity?.class ?? CLASS_OF_TYPE[slot.type];

/** The class that an answer belongs to by itself, whatever it is asked as. */
export const ownClass = (slot: Slot, entity: Entity | undefined): string | undefined =>
	entity?.class ?? CLASS_OF_TYPE[slot.type] ?? slot.noun;

/** The wh-word by type (a table of small functions would hide that most types are asked by their class noun). */
export function whPhrase(slot: Slot, entity: Entity | undefined): WhPhrase {
	const plural = slot.plural ?? false;
	const possessive = slot.role === 'possessor';
	const noun = classNoun(slot, entity);
	switch (slot.type) {
		case 'person':
			if (slot.noun) break;
			if (possessive) return { phrase: 'whose', plural };
			return {
				phrase: slot.role === 'subject' || slot.role === 'complement' ? 'who' : 'whom',
				plural,
				...plain(slot)
			};
		case 'quantity':
		case 'duration':
			if (slot.unit && slot.value !== undefined)
				return { phrase: `how many ${slot.unit}`, plural: true, ...plain(slot) };
			if (slot.noun) break;
			return { phrase: slot.type === 'duration' ? 'how long' : 'how many', plural, ...plain(slot) };
		case 'percentage':
			return { phrase: 'what percentage', plural, ...plain(slot) };
		case 'money':
			if (slot.preposition === 'worth' || slot.role === 'object')
				return { phrase: 'how much', plural: false, ...plain(slot) };
			break;
		case 'date':
			if (!slot.noun) return { phrase: 'when', plural: false };
			break;
		case 'place':
			if (!slot.noun && !entity?.class && WHERE.has(slot.preposition ?? ''))
				return { phrase: 'where', plural: false };
			break;
		default:
	}
	if (!noun) return { phrase: 'what', plural, ...plain(slot) };
	const word = /^(kind|sort|type)s? of /.test(noun) || slot.type === 'money' ? 'what' : 'which';
	return { phrase: `${word} ${noun}${possessive ? '’s' : ''}`, plural, ...plain(slot) };
}
