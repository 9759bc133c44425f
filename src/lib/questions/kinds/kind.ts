import type { Result } from '$lib/result';
import type { Ground } from '../ground';
import type { Given, Kind, Question, Score } from '../question';

/** A question before it has its id and its place among the others. */
export type Draft = Omit<Question, 'id' | 'difficulty' | 'kind'>;

export interface KindModule {
	kind: Kind;
	/** All questions of this kind that the ground yields; the same for the same seed. */
	make(ground: Ground): Draft[];
	/** Whether an input can be scored, and the input tidied; else a sentence for whoever gave it. */
	validate(question: Question, given: Given): Result<Given>;
	/** Right or wrong, for a validated input. */
	score(question: Question, given: Given): Score;
}

export const ungiven = {
	code: 'nothing-given',
	message: 'Give an answer first, or choose “I don’t know”.'
};

/** One verdict for all facts of the question. */
export const scored = (question: Question, right: boolean, spelling?: string): Score => ({
	right,
	facts: Object.fromEntries(question.factIds.map((id) => [id, right])),
	...(spelling === undefined ? {} : { spelling })
});
