import { isMissed, type Card } from './card';
import { groupedBy } from './interleave';

/** Facts that were missed the last time they were asked, and what they have in common. */
export interface Missed {
	/** Slug of the deck, id of the sitting, or number of the learner's day. */
	key: string;
	/** The latest missed first. */
	cards: Card[];
}

const KEYS = {
	article: (card: Card) => card.deck,
	quiz: (card: Card) => card.last.sitting,
	date: (card: Card) => String(card.day)
};

/** Missed facts by article, quiz or learner's day; the group with the latest first. */
export function missedBy(by: keyof typeof KEYS, cards: Iterable<Card>): Missed[] {
	const missed = [...cards]
		.filter(isMissed)
		.sort((a, b) => b.last.order - a.last.order || (a.last.id < b.last.id ? 1 : -1));
	return [...groupedBy(missed, KEYS[by])].map(([key, group]) => ({ key, cards: group }));
}
