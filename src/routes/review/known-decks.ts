import type { Deck } from '$lib/facts/deck';
import type { Card } from '$lib/memory/card';
import { findDeck } from '../decks';

/** Slugs of the decks that a learner has answered about, for `decksOf`: a change of it is a change of them. */
export const slugsOf = (cards: ReadonlyMap<string, Card>): string =>
	[...new Set([...cards.values()].map((card) => card.deck))].sort().join('\n');

/** These decks, by slug, as far as they are on this device. */
export async function decksOf(
	slugs: string,
	fetch: typeof globalThis.fetch
): Promise<ReadonlyMap<string, Deck>> {
	const wanted = slugs.split('\n').filter(Boolean);
	const found = await Promise.all(wanted.map((slug) => findDeck(slug, fetch)));
	return new Map(found.flatMap((deck) => (deck ? [[deck.slug, deck] as const] : [])));
}
