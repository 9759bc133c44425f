import type { Deck } from '$lib/facts/deck';
import type { Fact } from '$lib/facts/fact';
import { factKey, type Card } from '$lib/memory/card';
import { otherQuestion } from '$lib/memory/review';
import { arrange } from '$lib/questions/arrange';
import { generate } from '$lib/questions/generate';
import type { Question } from '$lib/questions/question';
import type { Sitting } from '$lib/quiz/sitting';
import { randomFrom, shuffled } from '$lib/random';
import { newId, newSeed } from '../seed';

/** A fact to ask, with its deck. */
export interface Asked {
	deck: Deck;
	fact: Fact;
}

/** A review of these facts, in their order, each by another question than the last time. */
export function reviewOf(
	asked: readonly Asked[],
	cards: ReadonlyMap<string, Card>,
	title: string
): Sitting | undefined {
	const seed = newSeed();
	const pools = new Map<string, Question[]>();
	const items = asked.flatMap(({ deck, fact }) => {
		const pool = pools.get(deck.slug) ?? generate(deck, seed);
		pools.set(deck.slug, pool);
		const card = cards.get(factKey(deck.slug, fact.id));
		const question = card ? otherQuestion(pool, card, seed) : firstQuestion(pool, fact.id, seed);
		return question ? [{ deck: deck.slug, question }] : [];
	});
	if (items.length === 0) return undefined;
	const arranged = arrange(
		items.map(({ question }) => question),
		randomFrom(seed)
	);
	return {
		version: 1,
		id: newId(),
		where: 'review',
		link: '',
		title,
		startedAt: Date.now(),
		items: items.map((item, i) => ({ ...item, question: arranged[i] ?? item.question })),
		events: []
	};
}

/** The first time a fact is asked, its easiest question comes. */
function firstQuestion(pool: readonly Question[], fact: string, seed: string) {
	const own = pool.filter((one) => one.factId === fact && one.factIds.length === 1);
	return shuffled(own, randomFrom(`${seed}:${fact}`)).toSorted(
		(a, b) => a.difficulty - b.difficulty
	)[0];
}
