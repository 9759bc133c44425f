import { fail, ok, type Result } from '$lib/result';
import type { Given, Question, Score } from '../../question';
import { ungiven } from '../scored';

export function validate(question: Question, given: Given): Result<Given> {
	if (given === null) return ok(null);
	if (!Array.isArray(given)) return fail(ungiven);
	const texts = new Set(question.items.map((item) => item.text));
	return given.length === texts.size && given.every((text) => texts.has(text))
		? ok(given)
		: fail({ code: 'incomplete', message: 'Give every event a place first.' });
}

/** Indices of a longest run that ascends; the rest is out of place. */
function inPlace(ranks: readonly number[]): Set<number> {
	const best: number[][] = [];
	for (const [i, rank] of ranks.entries()) {
		const before = best.filter((_, j) => (ranks[j] ?? 0) < rank);
		const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
		best.push([...longest, i]);
	}
	return new Set(best.reduce((a, b) => (b.length > a.length ? b : a), []));
}

/** Right as a whole if all stand in order; each fact by itself if its event is among those in order. */
export function score(question: Question, given: Given): Score {
	const order = Array.isArray(given) ? given : [];
	const ranks = order.map((text) => question.key.indexOf(text));
	const placed = inPlace(ranks);
	const facts = Object.fromEntries(
		question.items.map((item) => [item.factId, placed.has(order.indexOf(item.text))])
	);
	return { right: order.length > 0 && placed.size === question.key.length, facts };
}
