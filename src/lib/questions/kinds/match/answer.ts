import { fail, ok, type Result } from '$lib/result';
import type { Given, Question, Score } from '../../question';
import { ungiven } from '../scored';

/** The given partners stand in the order of the question's items; each partner is used once. */
export function validate(question: Question, given: Given): Result<Given> {
	if (given === null) return ok(null);
	if (!Array.isArray(given)) return fail(ungiven);
	const partners = question.items.map((item) => item.partner);
	const open = question.items.findIndex((_, i) => !partners.includes(given[i] ?? ''));
	if (open >= 0)
		return fail({
			code: 'incomplete',
			message: `Choose a partner for “${question.items[open]?.text ?? ''}” first.`
		});
	const twice = given.find((partner, i) => given.indexOf(partner) < i);
	return twice === undefined
		? ok(given)
		: fail({
				code: 'used-twice',
				message: `“${twice}” is chosen twice. Each one belongs to one only.`
			});
}

export function score(question: Question, given: Given): Score {
	const facts = Object.fromEntries(
		question.items.map((item, i) => [
			item.factId,
			Array.isArray(given) && given[i] === item.partner
		])
	);
	return { right: Object.values(facts).every(Boolean), facts };
}
