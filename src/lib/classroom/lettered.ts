import type { Item, Question } from '$lib/questions/question';

/** Letters and numerals by which a class speaks of what is asked: the same on the wall and on paper. */

export const letterOf = (index: number): string => String.fromCharCode(65 + index);

const NUMERALS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
export const numeralOf = (index: number): string => NUMERALS[index] ?? String(index + 1);

/** The partners of a match to choose from: sorted, so that their order tells nothing. */
export const partnersOf = (question: Question): string[] =>
	question.items.map((item) => item.partner).toSorted();

/** An item of an order or a match, with what belongs to it. */
export interface Placed {
	item: Item;
	/** Its own letter (order) or its partner's (match). */
	letter: string;
	/** Its place in the right order, counted from 1; for a match its place on the page. */
	place: number;
}

/** The items as they stand on the page, each with the solution. */
export function placed(question: Question): Placed[] {
	const key = [question.key].flat();
	const partners = partnersOf(question);
	return question.items.map((item, index) =>
		question.kind === 'order'
			? { item, letter: letterOf(index), place: key.indexOf(item.text) + 1 }
			: { item, letter: letterOf(partners.indexOf(item.partner)), place: index + 1 }
	);
}
