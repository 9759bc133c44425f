import type { Kind } from '$lib/questions/question';
import type { QuizPlan } from '$lib/quiz/choose';
import { toQuery } from '$lib/quiz/link';

/** What suits the wall: a show of hands answers it. */
export const WALL_KINDS: readonly Kind[] = ['choice'];
/** What suits paper: quick to mark, and not to be had by guessing alone. */
export const PAPER_KINDS: readonly Kind[] = ['choice', 'number', 'match'];

export const WALL = '/class/present';
export const PAPER = '/class/print';

/**
 * Address of a test: page, deck and plan, and what else the page keeps in its link. The same address gives
 * the same test on any device that has the deck.
 */
export function linkTo(
	page: string,
	deck: string,
	plan: QuizPlan,
	more: Record<string, string | undefined> = {}
): string {
	const query = new URLSearchParams({ deck });
	for (const [name, value] of toQuery(plan)) query.set(name, value);
	for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, value);
	return `${page}?${query.toString()}`;
}
