import { fold, mentions, nearlySame } from '$lib/language/names';
import { fail, ok, type Result } from '$lib/result';
import type { Given, Question, Score } from '../../question';
import { scored, ungiven } from '../scored';

export function validate(_: Question, given: Given): Result<Given> {
	if (given === null) return ok(null);
	const text = typeof given === 'string' ? given.trim() : '';
	return fold(text) ? ok(text) : fail(ungiven);
}

/** How an answer agrees with the accepted forms: exactly, by a forgiven slip, or not. */
function agreement(
	accepted: readonly string[],
	others: readonly string[],
	given: string
): 'same' | 'slip' | undefined {
	if (accepted.some((form) => fold(form) === fold(given))) return 'same';
	if (others.some((other) => fold(other) === fold(given))) return undefined;
	return accepted.some((form) => nearlySame(form, given)) ? 'slip' : undefined;
}

/** Right if it is the key, a variant or a slip of one; several answers in any order, "and" or commas between. */
export function score(question: Question, given: Given): Score {
	if (typeof given !== 'string') return scored(question, false);
	if (question.parts) {
		const pieces = given
			.split(/[,;\n]|\band\b|&/)
			.map((piece) => piece.trim())
			.filter(Boolean);
		const missing = question.parts.filter(
			(forms) =>
				!pieces.some((piece) => agreement(forms, question.others, piece)) &&
				!forms.some((form) => mentions(given, form))
		);
		const slip = question.parts.some((forms) => !forms.some((form) => mentions(given, form)));
		const extra = pieces.length > question.parts.length;
		return scored(
			question,
			missing.length === 0 && !extra,
			slip && !missing.length ? String(question.key) : undefined
		);
	}
	const how = agreement([String(question.key), ...question.variants], question.others, given);
	return scored(question, how !== undefined, how === 'slip' ? String(question.key) : undefined);
}
