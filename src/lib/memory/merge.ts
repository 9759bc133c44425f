import type { Archive } from './archive';
import { byOrder } from './order';
import { canonical, removedBy, union } from './log';
import type { Removal } from './removal';

/**
 * Everything that is in either of two archives. In whatever order archives are merged, and however often, the
 * result is the same. What was deleted is still in it: see `withoutRemoved`.
 */
export function merge(a: Archive, b: Archive): Archive {
	return {
		attempts: [...union(a.attempts, b.attempts).values()].sort(byOrder),
		removals: byId([...a.removals, ...b.removals], ({ id }) => id, bothRemovals),
		learners: byId([...a.learners, ...b.learners], ({ id }) => id, greater('changedAt')),
		decks: byId([...a.decks, ...b.decks], slugOf, greater('broughtAt')),
		sittings: byId([...a.sittings, ...b.sittings], ({ sitting }) => sitting.id, longer)
	};
}

/** What is left of an archive when all that its removals cover has gone. Removals stay. */
export function withoutRemoved(archive: Archive): Archive {
	const isRemoved = removedBy(archive.removals);
	const held = archive.removals.filter(({ revoked }) => !revoked);
	const covers = (test: (removal: Removal) => boolean): boolean => held.some(test);
	return {
		attempts: archive.attempts.filter((attempt) => !isRemoved(attempt)),
		removals: archive.removals,
		learners: archive.learners.filter(
			({ id, createdAt }) =>
				!covers(({ what, at }) => what.type === 'learner' && what.learner === id && createdAt <= at)
		),
		decks: archive.decks.filter(
			(deck) =>
				!covers(
					({ what, at }) =>
						what.type === 'deck' && what.deck === slugOf(deck) && deck.broughtAt <= at
				)
		),
		sittings: archive.sittings.filter(
			({ sitting, learner }) =>
				!covers(({ what, at }) => {
					if (what.type !== 'answers' && what.type !== 'learner') return false;
					if (what.learner !== learner || sitting.startedAt > at) return false;
					const deck = what.type === 'answers' ? what.deck : undefined;
					return deck === undefined || sitting.items.some((item) => item.deck === deck);
				})
		)
	};
}

/** The archive with some of its removals taken back, so that what they covered may come again. */
export const revoked = (archive: Archive, ids: readonly string[]): Archive => ({
	...archive,
	removals: archive.removals.map((removal) =>
		ids.includes(removal.id) ? { ...removal, revoked: true } : removal
	)
});

/** The slug of a deck by its file. */
const slugOf = ({ file }: Archive['decks'][number]): string =>
	String((file as { slug?: unknown }).slug);

/** Which of two records with the same id counts; on every device the same one. */
type Choose<T> = (a: T, b: T) => T;

const smaller = <T>(a: T, b: T): T => (canonical(a) <= canonical(b) ? a : b);

const greater =
	<Field extends string>(field: Field) =>
	<T extends Record<Field, number>>(a: T, b: T): T =>
		a[field] === b[field] ? smaller(a, b) : a[field] > b[field] ? a : b;

const longer: Choose<Archive['sittings'][number]> = (a, b) => {
	const more = a.sitting.events.length - b.sitting.events.length;
	return more === 0 ? smaller(a, b) : more > 0 ? a : b;
};

/** Taken back on one device is taken back. */
const bothRemovals: Choose<Removal> = (a, b) => ({
	...smaller({ ...a, revoked: false }, { ...b, revoked: false }),
	revoked: a.revoked || b.revoked
});

function byId<T>(records: readonly T[], idOf: (record: T) => string, choose: Choose<T>): T[] {
	const all = new Map<string, T>();
	for (const record of records) {
		const known = all.get(idOf(record));
		all.set(idOf(record), known === undefined ? record : choose(known, record));
	}
	return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}
