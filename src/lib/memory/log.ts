import { type Attempt } from './attempt';
import { byOrder } from './order';
import type { Removal } from './removal';

/** Whether a removal that still holds covers an attempt. */
export function removedBy(removals: readonly Removal[]): (attempt: Attempt) => boolean {
	const held = removals.filter((removal) => !removal.revoked);
	const undone = new Set<string>();
	/** By learner, then by deck (`''`: all of them): the logical time up to which everything is gone. */
	const upTo = new Map<string, Map<string, number>>();
	for (const { what, order } of held) {
		if (what.type === 'attempt') undone.add(what.attempt);
		if (what.type !== 'answers' && what.type !== 'learner') continue;
		const deck = what.type === 'answers' ? (what.deck ?? '') : '';
		const decks = upTo.get(what.learner) ?? new Map<string, number>();
		decks.set(deck, Math.max(order, decks.get(deck) ?? -Infinity));
		upTo.set(what.learner, decks);
	}
	return (attempt) => {
		if (undone.has(attempt.id)) return true;
		const decks = upTo.get(attempt.learner);
		if (!decks) return false;
		const last = Math.max(decks.get('') ?? -Infinity, decks.get(attempt.deck) ?? -Infinity);
		return attempt.order <= last;
	};
}

/** JSON that doesn't depend on the order in which the fields were written. */
export const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner
	);

/** Of two attempts with the same id, the one that counts, on whichever device they meet. */
function earlier(a: Attempt, b: Attempt): Attempt {
	if (a === b || a.order < b.order) return a;
	if (b.order < a.order) return b;
	return canonical(a) <= canonical(b) ? a : b;
}

/** Attempts by id, each once. */
export function union(...logs: readonly Iterable<Attempt>[]): Map<string, Attempt> {
	const all = new Map<string, Attempt>();
	for (const log of logs)
		for (const attempt of log) {
			const known = all.get(attempt.id);
			all.set(attempt.id, known ? earlier(known, attempt) : attempt);
		}
	return all;
}

/** The log: each attempt once, without what was removed, in the one order of all devices. */
export function logOf(attempts: Iterable<Attempt>, removals: readonly Removal[]): Attempt[] {
	const isRemoved = removedBy(removals);
	return [...union(attempts).values()].filter((attempt) => !isRemoved(attempt)).sort(byOrder);
}
