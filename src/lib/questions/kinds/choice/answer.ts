import { fail, ok, type Result } from '$lib/result';
import type { Given, Question, Score } from '../../question';
import { scored } from '../scored';

const COUNT = ['none', 'one', 'two', 'three', 'four'];

export function validate(question: Question, given: Given): Result<Given> {
	if (given === null || question.options.some((option) => option.text === given)) return ok(given);
	const count = COUNT[question.options.length] ?? String(question.options.length);
	return fail({ code: 'nothing-chosen', message: `Choose one of the ${count} first.` });
}

export const score = (question: Question, given: Given): Score =>
	scored(
		question,
		question.options.some((option) => option.correct && option.text === given)
	);
