import { browser } from '$app/environment';
import type { Deck } from '$lib/facts/deck';
import { shippedDeck } from '$lib/formats/shipped';
import { error } from '@sveltejs/kit';
import { store } from './store';

const files = import.meta.glob<string>('/questions/*/deck.json', {
	query: '?url',
	import: 'default',
	eager: true
});
const addresses = new Map(
	Object.entries(files).map(([path, url]) => [path.split('/').at(-2) ?? '', url])
);

/** Slugs of the decks that ship with the app. */
export const shipped: readonly string[] = [...addresses.keys()];

/** A deck that ships with the app or was brought to this device, or `undefined`. */
export async function findDeck(
	slug: string,
	fetch: typeof globalThis.fetch
): Promise<Deck | undefined> {
	const url = addresses.get(slug);
	if (url === undefined) return browser ? store.deck(slug).catch(() => undefined) : undefined;
	const response = await fetch(url);
	if (!response.ok)
		error(503, 'This deck could not be fetched. Check the network, then load the page again.');
	return shippedDeck(await response.text());
}

/** The deck of a page; an error page with a sentence where there is none. */
export async function deckOf(slug: string, fetch: typeof globalThis.fetch): Promise<Deck> {
	const deck = await findDeck(slug, fetch);
	if (deck) return deck;
	return error(
		404,
		`There is no deck “${slug}” on this device. The link may be cut short, or the deck is on another device: open its file from the library.`
	);
}
