import type { Question } from '$lib/questions/question';
import { BLANK } from '$lib/questions/wording/blank';
import { letterOf, partnersOf, placed } from './lettered';
import type { Place } from './wall';

/** A text as the end of a sentence, with its own full stop or question mark. */
const ended = (text: string): string => (/[.!?…]["”’)]?$/.test(text) ? text : `${text}.`);

const list = (texts: readonly string[]): string[] =>
	texts.map((text, i) => `${letterOf(i)}, ${ended(text)}`);

const answerOf = (question: Question): string[] => {
	if (question.items.length === 0) {
		const right = question.options.findIndex((option) => option.correct);
		const key = ended([question.key].flat().join(', '));
		return [`${right < 0 ? '' : `${letterOf(right)}, `}${key}`, question.explanation];
	}
	return placed(question)
		.toSorted((a, b) => a.place - b.place)
		.map(({ item, letter, place }) =>
			question.kind === 'order'
				? `${place}: ${letter}, ${ended(item.text)}`
				: `${item.text}: ${letter}, ${ended(item.partner)}`
		);
};

/** What stands on the wall, for those who hear it. */
export function aloud(questions: readonly Question[], place: Place): string {
	const question = place === 'end' ? undefined : questions[place.question];
	if (place === 'end' || !question) return 'The end: all questions and their answers.';
	switch (place.step) {
		case 'question':
			return [
				`Question ${place.question + 1} of ${questions.length}.`,
				question.stem.replace(BLANK, '(blank)'),
				...list(question.options.map((option) => option.text)),
				...(question.kind === 'order' ? list(question.items.map((item) => item.text)) : []),
				...(question.kind === 'match'
					? [...question.items.map((item) => ended(item.text)), ...list(partnersOf(question))]
					: [])
			].join(' ');
		case 'answer':
			return ['The answer:', ...answerOf(question)].join(' ');
		case 'evidence':
			return ['The article says:', ...question.evidence.map(({ quote }) => ended(quote))].join(' ');
	}
}
