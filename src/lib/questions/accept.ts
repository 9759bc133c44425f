import type { Deck } from '$lib/facts/deck';
import type { Slot } from '$lib/facts/fact';
import { isAfter } from './wording/blank';
import { answerOf } from './wording/pieces';
import type { Question } from './question';

/**
 * A deck that asks for nothing but what the accepted questions ask for, a gap by a gap: whoever accepted it has seen no
 * other words. All facts stay: they are marked in the article, tell about wrong options, and are there when someone
 * corrects them later.
 */
export function acceptOnly(
	deck: Deck,
	accepted: readonly Pick<Question, 'factId' | 'key' | 'kind' | 'stem'>[]
): Deck {
	const entities = new Map(deck.entities.map((entity) => [entity.id, entity]));
	return {
		...deck,
		reviewed: false,
		facts: deck.facts.map((fact) => {
			const own = accepted.filter(({ factId }) => factId === fact.id);
			if (!own.length) return { ...fact, asked: false };
			const asks = (slot: Slot) =>
				own.filter(({ key }) => [key].flat().includes(answerOf(slot, entities)));
			const inGap = (slot: Slot) =>
				asks(slot).length > 0 && asks(slot).every(({ kind }) => kind === 'cloze');
			const slots = fact.slots.map((slot) =>
				asks(slot).length && !inGap(slot) ? slot : { ...slot, asked: false as const }
			);
			const gaps = fact.slots.filter(inGap).map((slot): Slot => {
				const after = asks(slot).some(({ stem }) => isAfter(fact.passage, stem));
				return { ...slot, role: 'aside', gap: after ? 'after' : 'alone' };
			});
			return { ...fact, slots: [...slots, ...gaps] };
		})
	};
}
