import type { Archive } from './archive';
import type { Attempt } from './attempt';
import { canonical, removedBy } from './log';
import type { Removal } from './removal';

/** What a restore would do to one learner. Counts are of answers unless they say otherwise. */
export interface LearnerChange {
	learner: string;
	name: string;
	/** Nobody of that id is here yet. */
	isNew: boolean;
	/** In the file only. */
	fresh: number;
	/** In both. */
	known: number;
	/** In both, but not the same: the earlier counts. Part of `known`. */
	differing: number;
	/** In the file, and deleted here on purpose. */
	deleted: number;
	/** Unfinished quizzes that are in the file only. */
	sittings: number;
	/** Name or pace were changed later in the file than here. */
	settings: boolean;
}

export interface DeckChange {
	title: string;
	/** `other`: a deck of that name is here, with other content; the one brought along later counts. */
	what: 'new' | 'known' | 'other' | 'deleted';
}

/** What a restore would change, told before it does. */
export interface Changes {
	learners: LearnerChange[];
	decks: DeckChange[];
	/** Removals here that keep something in the file from coming back. */
	keptOut: string[];
	/** Removals in the file that would take something that is here. */
	taking: string[];
	/** Answers that those would take. */
	taken: number;
}

/** What merging `file` into `here` would change. Whose log is whose is settled before; see `movedTo`. */
export function changesOf(here: Archive, file: Archive): Changes {
	const kept = new Map(here.attempts.map((attempt) => [attempt.id, attempt]));
	const isRemoved = removedBy(here.removals);
	const names = new Map([...file.learners, ...here.learners].map(({ id, name }) => [id, name]));
	const present = new Set([
		...here.learners.map(({ id }) => id),
		...here.attempts.map(({ learner }) => learner)
	]);
	const byLearner = new Map<string, LearnerChange>();
	const of = (learner: string): LearnerChange => {
		const change = byLearner.get(learner) ?? {
			learner,
			name: names.get(learner) ?? '',
			isNew: !present.has(learner),
			fresh: 0,
			known: 0,
			differing: 0,
			deleted: 0,
			sittings: 0,
			settings: false
		};
		byLearner.set(learner, change);
		return change;
	};
	const own = new Map(here.learners.map((learner) => [learner.id, learner.changedAt]));
	for (const { id, changedAt } of file.learners)
		of(id).settings = changedAt > (own.get(id) ?? Infinity);
	for (const attempt of file.attempts) {
		const change = of(attempt.learner);
		const same = kept.get(attempt.id);
		if (same) {
			change.known++;
			if (!isSame(same, attempt)) change.differing++;
		} else if (isRemoved(attempt)) change.deleted++;
		else change.fresh++;
	}
	const open = new Set(here.sittings.map(({ sitting }) => sitting.id));
	for (const { learner, sitting } of file.sittings)
		if (!open.has(sitting.id)) of(learner).sittings++;

	const taking = file.removals.filter(taker(here));
	return {
		learners: [...byLearner.values()],
		decks: file.decks.map((deck) => deckChange(here, deck)),
		keptOut: here.removals.filter(taker(file)).map(({ id }) => id),
		taking: taking.map(({ id }) => id),
		taken: here.attempts.filter(removedBy(taking)).length
	};
}

/** Most are equal field by field in the same order; the dear comparison is for the rest. */
const isSame = (a: Attempt, b: Attempt): boolean =>
	(a.at === b.at &&
		a.right === b.right &&
		a.given === b.given &&
		a.order === b.order &&
		a.ms === b.ms &&
		a.learner === b.learner) ||
	canonical(a) === canonical(b);

/** Whether a removal that holds covers anything of an archive. */
function taker(archive: Archive): (removal: Removal) => boolean {
	const ids = new Set(archive.attempts.map(({ id }) => id));
	return (removal) => {
		const { what, at, revoked } = removal;
		if (revoked) return false;
		if (what.type === 'attempt') return ids.has(what.attempt);
		if (what.type === 'deck')
			return archive.decks.some(
				({ file, broughtAt }) => slugOf(file) === what.deck && broughtAt <= at
			);
		return (
			archive.attempts.some(removedBy([removal])) ||
			(what.type === 'learner' && archive.learners.some(({ id }) => id === what.learner))
		);
	};
}

function deckChange(here: Archive, deck: Archive['decks'][number]): DeckChange {
	const slug = slugOf(deck.file);
	const title = titleOf(deck.file);
	const same = here.decks.find((other) => slugOf(other.file) === slug);
	if (same)
		return { title, what: canonical(same.file) === canonical(deck.file) ? 'known' : 'other' };
	const isDeleted = here.removals
		.filter(({ what }) => what.type === 'deck')
		.some(taker({ ...NONE, decks: [deck] }));
	return { title, what: isDeleted ? 'deleted' : 'new' };
}

const NONE: Archive = { attempts: [], removals: [], learners: [], decks: [], sittings: [] };

const slugOf = (file: unknown): string => (file as { slug: string }).slug;
const titleOf = (file: unknown): string => (file as { article: { title: string } }).article.title;
