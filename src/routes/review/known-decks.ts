import { paragraphAt, paragraphs } from '$lib/article/paragraphs';
import type { Deck } from '$lib/facts/deck';
import { factKey, type Card } from '$lib/memory/card';
import { statement } from '$lib/questions/wording/statement';
import type { FactLine } from '$lib/ui/FactList.svelte';
import { findDeck } from '../decks';
import type { Asked } from './ask';

type Decks = ReadonlyMap<string, Deck>;

/** Slugs of the decks that a learner has answered about, for `decksOf`: a change of it is a change of them. */
export const slugsOf = (cards: ReadonlyMap<string, Card>): string =>
	[...new Set([...cards.values()].map((card) => card.deck))].sort().join('\n');

/** These decks, by slug, as far as they are on this device. */
export async function decksOf(slugs: string, fetch: typeof globalThis.fetch): Promise<Decks> {
	const wanted = slugs.split('\n').filter(Boolean);
	const found = await Promise.all(wanted.map((slug) => findDeck(slug, fetch)));
	return new Map(found.flatMap((deck) => (deck ? [[deck.slug, deck] as const] : [])));
}

/** The facts of these cards. A deck may have lost a fact, or the device the deck: those are left out. */
export function factsOf(cards: readonly Card[], decks: Decks): Asked[] {
	const facts = new Map(
		[...decks.values()].flatMap((deck) =>
			deck.facts.map((fact) => [factKey(deck.slug, fact.id), { deck, fact }] as const)
		)
	);
	return cards.flatMap((card) => facts.get(factKey(card.deck, card.fact)) ?? []);
}

/** Facts of begun decks that were never asked, in the order of the article, in turns over the decks. */
export function freshOf(decks: Decks, cards: ReadonlyMap<string, Card>): Asked[] {
	const left = [...decks.values()].map((deck) =>
		deck.facts
			.filter((fact) => fact.asked !== false && !cards.has(factKey(deck.slug, fact.id)))
			.map((fact) => ({ deck, fact }))
	);
	const longest = Math.max(0, ...left.map((facts) => facts.length));
	return Array.from({ length: longest }, (_, n) => left.flatMap((facts) => facts[n] ?? [])).flat();
}

/** What a list shows of them. */
export const lines = (facts: readonly Asked[]): FactLine[] =>
	facts.map(({ deck, fact }) => {
		const start = fact.evidence[0]?.start ?? 0;
		const paragraph = paragraphAt(paragraphs(deck.article), { start, end: start })?.number ?? 1;
		return {
			key: factKey(deck.slug, fact.id),
			statement: statement(fact, new Map(deck.entities.map((entity) => [entity.id, entity]))),
			title: deck.article.title,
			href: `/read/${deck.slug}#p${paragraph}`
		};
	});
