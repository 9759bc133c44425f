import type { Question } from '$lib/questions/question';
import { letterOf, numeralOf, partnersOf } from './lettered';

interface Lettered {
	letter: string;
	text: string;
}

/** How an answer is given with a pen. */
export type Writing =
	/** Fill in a circle; `columns` is how many options stand beside each other. */
	| { form: 'circles'; options: (Lettered & { correct: boolean })[]; columns: 1 | 2 | 4 }
	/** Write on a line, with a currency before or a unit after it. */
	| { form: 'line'; before?: string; after?: string }
	/** Number the boxes. */
	| { form: 'boxes'; items: Lettered[] }
	/** Write a partner's letter on each line. */
	| {
			form: 'letters';
			items: { numeral: string; text: string }[];
			partners: Lettered[];
			/** Which of the two columns needs the width. */
			wide: 'items' | 'partners' | 'both';
	  };

export interface PaperItem {
	/** Counted from 1. */
	number: number;
	question: Question;
	writing: Writing;
}

// Characters that a column of the sheet holds beside a circle, at the size it is set in.
const QUARTER = 15;
const HALF = 36;

const longestOf = (texts: readonly { text: string }[]): number =>
	Math.max(0, ...texts.map(({ text }) => text.length));

function columnsFor(texts: readonly { text: string }[]): 1 | 2 | 4 {
	const longest = longestOf(texts);
	return longest <= QUARTER ? 4 : longest <= HALF ? 2 : 1;
}

function wideSide(items: number, partners: number): 'items' | 'partners' | 'both' {
	if (items > 2 * partners) return 'items';
	return partners > 1.5 * items ? 'partners' : 'both';
}

const LONGEST_UNIT = 14;

function lineFor(question: Question): Writing {
	const { kind, unit, answerType } = question;
	if (kind !== 'number' || !unit || unit.length > LONGEST_UNIT) return { form: 'line' };
	return answerType === 'money' ? { form: 'line', before: unit } : { form: 'line', after: unit };
}

export function writingFor(question: Question): Writing {
	if (question.options.length > 0) {
		const options = question.options.map(({ text, correct }, i) => ({
			letter: letterOf(i),
			text,
			correct
		}));
		return { form: 'circles', options, columns: columnsFor(options) };
	}
	if (question.kind === 'order') {
		const items = question.items.map(({ text }, i) => ({ letter: letterOf(i), text }));
		return { form: 'boxes', items };
	}
	if (question.kind === 'match') {
		const partners = partnersOf(question).map((text, i) => ({ letter: letterOf(i), text }));
		return {
			form: 'letters',
			items: question.items.map(({ text }, i) => ({ numeral: numeralOf(i), text })),
			partners,
			wide: wideSide(longestOf(question.items), longestOf(partners))
		};
	}
	return lineFor(question);
}

export const paperItems = (questions: readonly Question[]): PaperItem[] =>
	questions.map((question, i) => ({ number: i + 1, question, writing: writingFor(question) }));

/** What to do, for the forms that are on the sheet; the sets say it themselves, at their place. */
export function rubricFor(items: readonly PaperItem[]): string {
	const has = (form: Writing['form']) => items.some(({ writing }) => writing.form === form);
	const ways = [
		...(has('circles') ? ['fill in the circle of the one right answer'] : []),
		...(has('line') ? ['write on the line'] : [])
	].join(', or ');
	return ways && `${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`;
}
