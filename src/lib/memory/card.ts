import type { Attempt } from './attempt';

/** What a learner remembers of one fact: the state of FSRS after their last answer, and what that answer was. */
export interface Card {
	deck: string;
	fact: string;
	/** Days until the chance of knowing it has fallen to nine in ten. */
	stability: number;
	/** From 1 to 10. */
	difficulty: number;
	/** Learner's day of the first answer; see `dayOf`. */
	first: number;
	/** Learner's day of the last answer. */
	day: number;
	tries: number;
	/** Right answers in a row; 0 after a miss. */
	streak: number;
	/** How often it was missed after it had been known. */
	lapses: number;
	last: Pick<
		Attempt,
		'id' | 'question' | 'kind' | 'slot' | 'right' | 'at' | 'order' | 'where' | 'sitting'
	>;
}

/** How a fact stands with the learner. */
export type Standing = 'unasked' | 'slipping' | 'holding' | 'stuck';

export const factKey = (deck: string, fact: string): string => `${deck}/${fact}`;

/** Missed the last time it was asked. */
export const isMissed = (card: Card): boolean => !card.last.right;

/** All that a learner remembers: the replay of their log so far. */
export interface Memory {
	/** By `factKey`. */
	cards: ReadonlyMap<string, Card>;
	/** How long the learner takes, by kind of question. */
	tempo: Tempo;
	/** The latest `order` in the log. */
	newest: number;
	/** Attempts replayed. */
	count: number;
}

/** Answer times of right answers, by kind: how many fell into each step of a scale; see `grade.ts`. */
export type Tempo = Readonly<Record<string, readonly number[]>>;

export const EMPTY: Memory = { cards: new Map(), tempo: {}, newest: 0, count: 0 };
