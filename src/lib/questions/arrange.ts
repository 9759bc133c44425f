import { shuffled, type Random } from '$lib/random';
import { NUMERIC } from './distractors';
import type { Question } from './question';

const isFixed = (question: Question): boolean =>
	question.kind !== 'choice' ||
	(question.answerType !== undefined && NUMERIC.has(question.answerType));

const keyAt = (question: Question): number =>
	question.options.findIndex((option) => option.correct);

/**
 * Puts the keys of choice questions where they have been least, so that no letter is right more often
 * than chance would have it. Numbers keep their order; the other options stand in alphabetical order.
 */
export function arrange(questions: readonly Question[], random: Random): Question[] {
	const used = [0, 0, 0, 0];
	for (const question of questions)
		if (question.kind === 'choice' && isFixed(question)) used[keyAt(question)]!++;
	return questions.map((question) => {
		if (isFixed(question)) return question;
		const key = question.options.find((option) => option.correct);
		if (!key) return question;
		const wrong = question.options.filter((option) => !option.correct);
		const places = shuffled(
			[...wrong, key].map((_, place) => place),
			random
		);
		const place = places.reduce((best, one) => ((used[one] ?? 0) < (used[best] ?? 0) ? one : best));
		used[place] = (used[place] ?? 0) + 1;
		return { ...question, options: wrong.toSpliced(place, 0, key) };
	});
}
