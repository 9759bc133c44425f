import { fold, mentions, sameName } from '$lib/language/names';
import type { Question } from './question';
import { BLANK } from './wording/blank';

/** Faults of an item that a program can see (Haladyna, Downing and Rodriguez 2002, where noted by number). */
export interface Flaw {
	code: string;
	message: string;
}

type Check = (question: Question) => Flaw | undefined | false;

const keysOf = (question: Question): string[] =>
	question.kind === 'boolean' ? [] : [question.key].flat();

const ABSOLUTE = /\b(always|never|all|none|only|every)\b/i;
const wrongOptions = (question: Question): string[] =>
	question.options.filter((option) => !option.correct).map((option) => option.text);

const checks: Check[] = [
	(question) =>
		keysOf(question).some((key) => mentions(question.stem, key)) && {
			code: 'key-in-stem',
			message: 'The stem contains the key.'
		},
	(question) =>
		(question.kind === 'cloze'
			? question.stem.split(BLANK).length !== 2
			: !question.stem.endsWith('?')) && {
			code: 'stem-incomplete',
			message: 'The stem is no complete question (10).'
		},
	(question) =>
		question.options.length > 0 &&
		question.options.filter((option) => option.correct).length !== 1 && {
			code: 'not-one-key',
			message: 'There is not just one right option (19).'
		},
	(question) =>
		question.options.some((option, i) =>
			question.options.some((other, j) => j < i && sameName(option.text, other.text))
		) && { code: 'options-repeat', message: 'Two options say the same (22).' },
	(question) =>
		question.kind === 'choice' &&
		wrongOptions(question).some((text) =>
			[...keysOf(question), ...question.variants].some(
				(key) => mentions(key, text) || mentions(text, key)
			)
		) && { code: 'option-is-key', message: 'A wrong option is a form or a part of the key (22).' },
	(question) =>
		question.kind === 'choice' &&
		question.options.some((option) => mentions(question.stem, option.text)) && {
			code: 'option-in-stem',
			message: 'An option stands in the stem (27).'
		},
	(question) =>
		question.kind === 'choice' &&
		question.options.some((option) => ABSOLUTE.test(option.text)) && {
			code: 'absolute-word',
			message: 'An option has an absolute word (28).'
		},
	(question) => {
		if (question.kind !== 'choice') return undefined;
		const longest = Math.max(...wrongOptions(question).map((text) => text.length));
		const key = String(question.key).length;
		return (
			key > 24 &&
			key > 2 * longest && {
				code: 'key-longest',
				message: 'The key stands out by its length (24).'
			}
		);
	},
	(question) =>
		/(?<!\bbut )\bnot\b|\bexcept\b/.test(question.stem) &&
		/^(which|what|who|where|when)\b/i.test(question.stem) && {
			code: 'negative-stem',
			message: 'The stem asks for what is not (17).'
		},
	(question) =>
		fold(question.stem).split(' ').length > 45 && {
			code: 'stem-long',
			message: 'The stem has more than 45 words (12).'
		}
];

/** The flaws of an item; none for one that may be shown. */
export const flawsOf = (question: Question): Flaw[] =>
	checks.map((check) => check(question)).filter((flaw) => typeof flaw === 'object');
