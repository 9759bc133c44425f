import type { Entity, Fact, Slot } from '$lib/facts/fact';
import type { Ground } from '../ground';
import { relativeClause } from '../wording/relative';
import { capitalised } from '../wording/phrase';

/** What a fact says of something that fills one of its slots: a sentence about it, else the fact itself. */
function told(ground: Ground, fact: Fact, index: number, name: string): string {
	const slot = fact.slots[index] as Slot;
	const clause = slot.role === 'subject' ? undefined : relativeClause(fact, index, ground.entities);
	return clause
		? capitalised(`${name} ${slot.plural ? 'are' : 'is'} ${clause}.`)
		: (ground.statements.get(fact.id) ?? '');
}

/** How much two facts have to do with each other: a mix-up happens between facts about the same things. */
function kinship(ground: Ground, fact: Fact, asked: Fact): number {
	const own = ground.content.get(fact.id) ?? new Set();
	const other = ground.content.get(asked.id) ?? new Set();
	let shared = 0;
	for (const word of other) if (own.has(word)) shared++;
	return shared / Math.sqrt(Math.max(1, own.size));
}

/** The most telling sentence about a thing from another fact than the one asked: nearest kin first, then shortest. */
function mostTelling(
	ground: Ground,
	name: string,
	asked: Fact,
	matches: (slot: Slot) => boolean
): string | undefined {
	const places = ground.deck.facts
		.filter((fact) => fact.id !== asked.id)
		.flatMap((fact) => {
			const slots = fact.slots.flatMap((slot, index) => (matches(slot) ? [index] : []));
			return slots.length ? [{ fact, slots, kin: kinship(ground, fact, asked) }] : [];
		});
	const nearest = Math.max(...places.map(({ kin }) => kin));
	return places
		.filter(({ kin }) => kin === nearest)
		.flatMap(({ fact, slots }) => slots.map((index) => told(ground, fact, index, name)))
		.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

/** What the article says of a wrong answer: tells a learner where it belongs instead. */
export const describeEntity = (ground: Ground, entity: Entity, asked: Fact): string =>
	mostTelling(ground, entity.name, asked, (slot) => slot.entity === entity.id) ??
	`The article mentions ${entity.name}, but not as this.`;

/** The same for a year or a month, which are no entities; `undefined` where the article has no such date. */
export const describeValue = (
	ground: Ground,
	type: Slot['type'],
	value: number,
	text: string,
	asked: Fact
): string | undefined =>
	mostTelling(ground, text, asked, (slot) => slot.type === type && slot.value === value);
