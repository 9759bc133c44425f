import type { Changes, DeckChange, LearnerChange } from '$lib/memory/changes';
import { numberWord, sentenceCase } from '../words';

const number = (n: number): string => (n > 20 ? n.toLocaleString('en') : numberWord(n));
export const many = (n: number, singular: string, plural = `${singular}s`): string =>
	`${n === 0 ? 'no' : number(n)} ${n === 1 ? singular : plural}`;

export const dayOf = (at: number): string =>
	new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
export const momentOf = (at: number): string =>
	`${dayOf(at)}, ${new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;

export const sizeOf = (bytes: number): string =>
	bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** A learner without a name is whoever uses the device. */
export const called = (name: string): string => name || 'You';

const and = (parts: readonly string[]): string =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** What a restore would do to one learner, in sentences. */
export function learnerSentences(change: LearnerChange): string {
	const { fresh, known, differing, deleted, sittings, settings } = change;
	const coming = [
		...(fresh ? [many(fresh, 'answer')] : []),
		...(sittings ? [many(sittings, 'unfinished quiz', 'unfinished quizzes')] : [])
	];
	const one = fresh + sittings === 1;
	return [
		coming.length ? `${and(coming)} ${one ? 'comes' : 'come'} in.` : 'nothing new.',
		known ? `${number(known)} ${known === 1 ? 'is' : 'are'} here already.` : '',
		differing
			? `${number(differing)} of them ${differing === 1 ? 'is' : 'are'} not the same in both: the earlier counts.`
			: '',
		deleted
			? `${number(deleted)} ${deleted === 1 ? 'was' : 'were'} deleted here and ${deleted === 1 ? 'stays' : 'stay'} out.`
			: '',
		settings ? 'name and pace were changed later in the file, and come in, too.' : ''
	]
		.filter(Boolean)
		.map((sentence, n) => (n === 0 ? sentence : sentenceCase(sentence)))
		.join(' ');
}

const DECK: Record<DeckChange['what'], string> = {
	new: 'comes in',
	known: 'is here already',
	other: 'is here in another version: the one that was brought along later counts',
	deleted: 'was deleted here and stays out'
};
export const deckSentence = ({ title, what }: DeckChange): string => `“${title}” ${DECK[what]}.`;

/** What was deleted here on purpose and is in the file; empty if there is nothing. */
export function deletedHere({ learners, decks }: Changes): string {
	const answers = learners.reduce((sum, { deleted }) => sum + deleted, 0);
	const gone = decks.filter(({ what }) => what === 'deleted').length;
	return and([
		...(answers ? [many(answers, 'answer')] : []),
		...(gone ? [many(gone, 'deck')] : [])
	]);
}

/** Whether a restore would change anything at all, as things are ticked. */
export const changesSomething = (changes: Changes, revive: boolean, take: boolean): boolean =>
	changes.learners.some(
		({ fresh, differing, sittings, settings, isNew }) =>
			fresh + differing + sittings > 0 || settings || isNew
	) ||
	changes.decks.some(({ what }) => what === 'new' || what === 'other') ||
	(revive && deletedHere(changes) !== '') ||
	(take && changes.taking.length > 0);
