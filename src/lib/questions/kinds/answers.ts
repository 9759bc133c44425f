import type { Result } from '$lib/result';
import type { Given, Kind, Question, Score } from '../question';
import * as choice from './choice/answer';
import * as cloze from './cloze/answer';
import * as match from './match/answer';
import * as number from './number/answer';
import * as order from './order/answer';
import * as text from './text/answer';

export interface Answering {
	/** Whether an input can be scored, and the input tidied; else a sentence for whoever gave it. */
	validate(question: Question, given: Given): Result<Given>;
	/** Right or wrong, for a validated input. */
	score(question: Question, given: Given): Score;
}

/** How each kind reads and scores an answer. Apart from how it is made: scoring needs no generator. */
export const answers: Record<Kind, Answering> = {
	choice,
	boolean: choice,
	number,
	text,
	cloze,
	order,
	match
};
