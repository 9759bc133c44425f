import type { Question, Score } from '../question';

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
