import type { Deck } from '$lib/facts/deck';
import { answerOf } from './wording/pieces';
import type { Question } from './question';

/**
 * A deck that asks for nothing but what the accepted questions ask for. All facts stay: they are marked in the
 * article, tell about wrong options, and are there when someone corrects them later.
 */
export function acceptOnly(
	deck: Deck,
	accepted: readonly Pick<Question, 'factId' | 'key'>[]
): Deck {
	const entities = new Map(deck.entities.map((entity) => [entity.id, entity]));
	const keys = new Map<string, Set<string>>();
	for (const { factId, key } of accepted)
		keys.set(factId, new Set([...(keys.get(factId) ?? []), ...[key].flat()]));
	return {
		...deck,
		reviewed: false,
		facts: deck.facts.map((fact) => {
			const wanted = keys.get(fact.id);
			if (!wanted) return { ...fact, asked: false };
			return {
				...fact,
				slots: fact.slots.map((slot) =>
					wanted.has(answerOf(slot, entities)) ? slot : { ...slot, asked: false }
				)
			};
		})
	};
}
