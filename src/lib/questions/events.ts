import type { Fact, Slot } from '$lib/facts/fact';
import type { Ground } from './ground';
import { entityOf } from './wording/phrase';
import { statement } from './wording/statement';

/** A fact that happened at a year or in a month, told without saying when. */
export interface DatedEvent {
	fact: Fact;
	/** "A ceasefire over Karabakh was signed", without a full stop. */
	text: string;
	/** "1994", "April". */
	label: string;
	value: number;
}

/** The dated events of a deck, earliest first, one for each date: two at the same date can't be told apart. */
export function datedEvents(ground: Ground, type: 'year' | 'month'): DatedEvent[] {
	const events = ground.deck.facts.flatMap((fact): DatedEvent[] => {
		const index = fact.slots.findIndex((slot) => slot.role === 'time' && slot.type === type);
		const slot: Slot | undefined = fact.slots[index];
		if (fact.asked === false) return [];
		if (!slot || slot.value === undefined || fact.predicate.polarity === 'negative') return [];
		if (fact.predicate.modal || fact.predicate.infinitive) return []; // planned, not happened
		const told = statement(fact, ground.entities, { attributed: false, omit: new Set([index]) });
		const source =
			fact.attribution &&
			(entityOf(ground.entities, fact.attribution)?.name ?? fact.attribution.text);
		const text = told.replace(/\.$/, '') + (source ? `, according to ${source}` : '');
		return [{ fact, text, label: slot.text, value: slot.value }];
	});
	const first = new Map<number, DatedEvent>();
	for (const event of events) if (!first.has(event.value)) first.set(event.value, event);
	return [...first.values()].toSorted((a, b) => a.value - b.value);
}
