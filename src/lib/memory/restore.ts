import { hash } from '$lib/random';
import type { Attempt } from './attempt';
import { inPieces, type Breath } from './changes';
import { FIRST, firstLearner } from './first';
import type { Learner } from './learner';
import { byOrder } from './order';
import type { Archive } from './archive';
import type { Removal } from './removal';

/** A person in a file, and who that is on this device. */
export interface Match {
	/** Id in the file. */
	learner: string;
	/** Empty where no name was ever given. */
	name: string;
	answers: number;
	/** Id on this device; `undefined` where only the person can tell. */
	to: string | undefined;
	/** Id under which they are kept apart, if they are somebody else than anybody here. */
	apart: string;
}

/** The share of the shorter of two logs that must be in both for them to be of one person. */
const SAME = 0.1;
const APART = 'apart-';
const NAMELESS = 'From another device';

/**
 * Who is who. Ids of learners are random, but for the first one of every device, who has the same id everywhere:
 * their answers tell whether it is the same person, and where they don't, `to` is `undefined`.
 */
export async function matches(
	here: Archive,
	file: Archive,
	breath: Breath = () => undefined
): Promise<Match[]> {
	const names = new Map(file.learners.map(({ id, name }) => [id, name]));
	const logs = new Map<string, Attempt[]>();
	for (const learner of [...names.keys(), ...file.sittings.map((one) => one.learner)])
		logs.set(learner, []);
	await inPieces(file.attempts, breath, (attempt) => {
		const log = logs.get(attempt.learner);
		if (log) log.push(attempt);
		else logs.set(attempt.learner, [attempt]);
	});
	const people: Match[] = [];
	for (const [learner, log] of logs)
		people.push({
			learner,
			name: names.get(learner) ?? '',
			answers: log.length,
			to: learner === FIRST ? await samePerson(here, log, breath) : learner,
			apart: apartOf(log)
		});
	return people;
}

/** The same at every import of the same person's log, so that nothing is doubled. */
function apartOf(log: readonly Attempt[]): string {
	const first = log.reduce<Attempt | undefined>(
		(least, one) => (least && byOrder(least, one) < 0 ? least : one),
		undefined
	);
	return `${APART}${hash(first?.id ?? '').toString(36)}`;
}

async function samePerson(
	here: Archive,
	log: readonly Attempt[],
	breath: Breath
): Promise<string | undefined> {
	const apart = apartOf(log);
	const ids = new Set<string>();
	await inPieces(log, breath, ({ id }) => void ids.add(id));
	const counts = new Map<string, { all: number; common: number }>();
	await inPieces(here.attempts, breath, ({ learner, id }) => {
		const count = counts.get(learner) ?? { all: 0, common: 0 };
		count.all++;
		if (ids.has(bare(id, learner))) count.common++;
		counts.set(learner, count);
	});
	const [best] = [...counts].sort(([, a], [, b]) => b.common - a.common);
	if (best && best[1].common > SAME * Math.min(best[1].all, log.length)) return best[0];
	if (here.learners.some(({ id }) => id === apart)) return apart;
	return counts.has(FIRST) && log.length > 0 ? undefined : FIRST;
}

/** What is kept apart has ids of its own, so that it takes nothing from anybody else who has the same. */
const own = (id: string, learner: string): string => `${learner}~${id}`;
const bare = (id: string, learner: string): string =>
	isApart(learner) && id.startsWith(own('', learner)) ? id.slice(learner.length + 1) : id;
const isApart = (learner: string): boolean => learner.startsWith(APART);

/** The file as it would be if its learner `from` had been `to` all along. */
function movedTo(file: Archive, from: string, to: string): Archive {
	if (from === to) return file;
	const idOf = (id: string) => (isApart(to) ? own(id, to) : id);
	return {
		...file,
		attempts: file.attempts.map((attempt) =>
			attempt.learner === from
				? {
						...attempt,
						learner: to,
						id: idOf(attempt.id),
						sitting: idOf(attempt.sitting)
					}
				: attempt
		),
		sittings: file.sittings.map((one) =>
			one.learner === from
				? { ...one, learner: to, sitting: { ...one.sitting, id: idOf(one.sitting.id) } }
				: one
		),
		removals: file.removals.flatMap((removal) => removalTo(removal, from, to)),
		learners: [
			...file.learners.filter(({ id }) => id !== from),
			// Somebody who is here keeps the name and the pace that they have here.
			...(isApart(to) ? [apartLearner(file, from, to)] : [])
		]
	};
}

function removalTo(removal: Removal, from: string, to: string): Removal[] {
	const { id, what } = removal;
	if (what.type === 'answers' && what.learner === from)
		return [{ ...removal, id: own(id, to), what: { ...what, learner: to } }];
	if (what.type === 'learner' && what.learner === from)
		return [{ ...removal, id: own(id, to), what: { ...what, learner: to } }];
	// Whose answer it was is not known any more.
	if (what.type === 'attempt' && isApart(to))
		return [
			removal,
			{ ...removal, id: own(id, to), what: { ...what, attempt: own(what.attempt, to) } }
		];
	return [removal];
}

function apartLearner(file: Archive, from: string, to: string): Learner {
	const known = file.learners.find(({ id }) => id === from) ?? firstLearner(0);
	return { ...known, id: to, name: known.name || NAMELESS };
}

/** PINs are in no backup: who has one on this device keeps it. */
function withPins(file: Archive, here: Archive): Archive {
	const pins = new Map(here.learners.map(({ id, pin }) => [id, pin]));
	return {
		...file,
		learners: file.learners.map((learner) => {
			const pin = pins.get(learner.id);
			return pin ? { ...learner, pin } : learner;
		})
	};
}

/**
 * The file as it is to be merged, once it is known who is who.
 * @param to by the learner's id in the file, their id on this device
 */
export function settled(here: Archive, file: Archive, to: ReadonlyMap<string, string>): Archive {
	let archive = file;
	for (const [from, id] of to) archive = movedTo(archive, from, id);
	return { ...withPins(archive, here), sittings: stillOpen(here, archive) };
}

/** The archive without some of its removals, so that they take nothing. */
export const without = (archive: Archive, removals: readonly string[]): Archive => {
	const left = new Set(removals);
	return { ...archive, removals: archive.removals.filter(({ id }) => !left.has(id)) };
};

/** Unfinished quizzes of the file, but for those that were gone on with here and finished since. */
function stillOpen(here: Archive, file: Archive): Archive['sittings'] {
	const open = new Set(here.sittings.map(({ sitting }) => sitting.id));
	const wanted = new Set(file.sittings.map(({ sitting }) => sitting.id));
	const answers = new Map<string, number>();
	for (const { sitting } of here.attempts)
		if (wanted.has(sitting)) answers.set(sitting, (answers.get(sitting) ?? 0) + 1);
	return file.sittings.filter(({ sitting }) => {
		const answered = sitting.events
			.filter((event) => event.type === 'answered')
			.reduce((sum, { item }) => sum + (sitting.items[item]?.question.factIds.length ?? 0), 0);
		return open.has(sitting.id) || (answers.get(sitting.id) ?? 0) <= answered;
	});
}
