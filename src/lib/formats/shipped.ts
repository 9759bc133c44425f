import type { Deck } from '$lib/facts/deck';

/**
 * A deck that ships with the app: part of this build, named by its hash, and read with every check by
 * `tests/unit/deck.test.ts`. So pages that show one need not load what checks a stranger's file.
 */
export function shippedDeck(text: string): Deck {
	const {
		format: _format,
		version: _version,
		...deck
	} = JSON.parse(text) as Deck & {
		format: string;
		version: number;
	};
	return deck;
}
