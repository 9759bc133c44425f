import type { Archive } from './archive';
import type { Attempt } from './attempt';
import { canonical, removedBy } from './log';
import { withoutRemoved } from './merge';
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

/**
 * What merging `file` into `here` would change. Whose log is whose is settled before; see `settled`.
 * @param breath lets a page live on while long logs are compared
 */
export async function changesOf(
	here: Archive,
	file: Archive,
	breath: Breath = () => undefined
): Promise<Changes> {
	const kept = new Map<string, Attempt>();
	await inPieces(here.attempts, breath, (attempt) => void kept.set(attempt.id, attempt));
	const isRemoved = removedBy(here.removals);
	const byLearner = new Map<string, LearnerChange>();
	const fresh = newcomer(here);
	const of = (learner: string): LearnerChange => {
		const change = byLearner.get(learner) ?? fresh(learner, file);
		byLearner.set(learner, change);
		return change;
	};
	const own = new Map(here.learners.map((learner) => [learner.id, learner.changedAt]));
	for (const { id, changedAt } of file.learners)
		of(id).settings = changedAt > (own.get(id) ?? Infinity);
	await inPieces(file.attempts, breath, (attempt) => {
		const change = of(attempt.learner);
		const same = kept.get(attempt.id);
		if (same) {
			change.known++;
			if (!isSame(same, attempt)) change.differing++;
		} else if (isRemoved(attempt)) change.deleted++;
		else change.fresh++;
	});
	const open = new Set(here.sittings.map(({ sitting }) => sitting.id));
	const { sittings } = withoutRemoved({
		...NONE,
		removals: here.removals,
		sittings: file.sittings
	});
	for (const { learner, sitting } of sittings) if (!open.has(sitting.id)) of(learner).sittings++;

	const taking = file.removals.filter(taker(here));
	return {
		learners: [...byLearner.values()],
		decks: file.decks.map((deck) => deckChange(here, deck)),
		keptOut: here.removals.filter(taker(file)).map(({ id }) => id),
		taking: taking.map(({ id }) => id),
		taken: taking.length ? here.attempts.filter(removedBy(taking)).length : 0
	};
}

/** What is told of a learner before anything is counted. */
function newcomer(here: Archive): (learner: string, file: Archive) => LearnerChange {
	const present = new Set([
		...here.learners.map(({ id }) => id),
		...here.attempts.map(({ learner }) => learner)
	]);
	return (learner, file) => {
		const [record, known] = [file, here].map(({ learners }) =>
			learners.find(({ id }) => id === learner)
		);
		return {
			learner,
			name: known?.name ?? record?.name ?? '',
			isNew:
				!present.has(learner) &&
				!(record && here.removals.some(taker({ ...NONE, learners: [record] }))),
			fresh: 0,
			known: 0,
			differing: 0,
			deleted: 0,
			sittings: 0,
			settings: false
		};
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
	let ids: Set<string> | undefined;
	return (removal) => {
		const { what, at, revoked } = removal;
		if (revoked) return false;
		if (what.type === 'attempt') {
			ids ??= new Set(archive.attempts.map(({ id }) => id));
			return ids.has(what.attempt);
		}
		if (what.type === 'deck')
			return archive.decks.some(
				({ file, broughtAt }) => slugOf(file) === what.deck && broughtAt <= at
			);
		return (
			archive.attempts.some(removedBy([removal])) ||
			(what.type === 'learner' &&
				archive.learners.some(({ id, createdAt }) => id === what.learner && createdAt <= at))
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

const slugOf = (file: unknown): string => String((file as { slug?: unknown } | undefined)?.slug);
const titleOf = (file: unknown): string =>
	String((file as { article?: { title?: unknown } } | undefined)?.article?.title);

/** Called now and then in long work; what it gives is waited for. */
export type Breath = () => Promise<void> | void;

const PIECE = 4_096;

/** Takes every item in turn, with a breath between pieces of the list. */
export async function inPieces<T>(
	items: readonly T[],
	breath: Breath,
	take: (item: T) => void
): Promise<void> {
	for (let from = 0; from < items.length; from += PIECE) {
		for (const item of items.slice(from, from + PIECE)) take(item);
		await breath();
	}
}
