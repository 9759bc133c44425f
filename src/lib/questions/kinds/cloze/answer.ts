import type { Result } from '$lib/result';
import type { Given, Question, Score } from '../../question';
import * as number from '../number/answer';
import * as text from '../text/answer';

/** A gap holds a name or a number: each is read as its own kind reads it. */
const reader = (question: Question) => (question.value === undefined ? text : number);

export const validate = (question: Question, given: Given): Result<Given> =>
	reader(question).validate(question, given);
export const score = (question: Question, given: Given): Score =>
	reader(question).score(question, given);
