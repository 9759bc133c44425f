import { parseAmount } from '$lib/language/numbers';
import { fail, ok, type Result } from '$lib/result';
import type { Given, Question, Score } from '../../question';
import { scored, ungiven } from '../scored';

const CURRENCY = /^[A-Z]{3}$/;

export function validate(question: Question, given: Given): Result<Given> {
	if (given === null) return ok(null);
	const text = typeof given === 'string' ? given.trim() : '';
	if (!text) return fail(ungiven);
	const amount = parseAmount(text);
	if (!amount)
		return fail({
			code: 'not-a-number',
			message: `“${text}” is not a number. Type it in figures or words, such as 25, twenty-five or 2.5 million.`
		});
	if (amount.unit && CURRENCY.test(amount.unit) && question.unit !== amount.unit)
		return fail({
			code: 'other-unit',
			message: `The answer is not in ${amount.unit}. ${question.unit ? `Give it in ${question.unit}` : 'Give the number alone'}.`
		});
	return ok(text);
}

const TIMES = new Set('second minute hour day week month year decade century'.split(' '));
const timeIn = (unit: string | undefined): string | undefined =>
	unit
		?.split(' ')
		.map((word) => word.replace(/ies$/, 'y').replace(/s$/, ''))
		.find((word) => TIMES.has(word));

/**
 * Right within the tolerance. A magnitude left out ("7.3" where millions are asked) is a different
 * number, and so are twelve years where twelve months are.
 */
export function score(question: Question, given: Given): Score {
	const amount = typeof given === 'string' ? parseAmount(given) : undefined;
	const distance = Math.abs((amount?.value ?? NaN) - (question.value ?? NaN));
	const [time, asked] = [timeIn(amount?.unit), timeIn(question.unit)];
	const otherTime = time !== undefined && asked !== undefined && time !== asked;
	return scored(question, !otherTime && distance <= (question.tolerance ?? 0) + 1e-9);
}
