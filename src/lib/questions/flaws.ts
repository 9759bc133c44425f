import { fold, mentions, sameName } from '$lib/language/names';
import type { Question } from './question';
import { BLANK } from './wording/blank';

type Check = (question: Question) => boolean | undefined;

const keysOf = (question: Question): string[] =>
	question.kind === 'boolean' ? [] : [question.key].flat();

const ABSOLUTE = /\b(always|never|all|none|only|every)\b/i;
const wrongOptions = (question: Question): string[] =>
	question.options.filter((option) => !option.correct).map((option) => option.text);

/**
 * Faults of an item that a program can see, by name; the number is the rule's in Haladyna, Downing and Rodriguez (2002).
 */
const CHECKS = {
	'key-in-stem': (question) => keysOf(question).some((key) => mentions(question.stem, key)),
	// 10: a complete question
	'stem-incomplete': (question) =>
		question.kind === 'cloze'
			? question.stem.split(BLANK).length !== 2
			: !question.stem.endsWith('?'),
	// 19
	'not-one-key': (question) =>
		question.options.length > 0 && question.options.filter((option) => option.correct).length !== 1,
	// 22
	'options-repeat': (question) =>
		question.options.some((option, i) =>
			question.options.some((other, j) => j < i && sameName(option.text, other.text))
		),
	// 22: a wrong option is a form or a part of the key
	'option-is-key': (question) =>
		question.kind === 'choice' &&
		wrongOptions(question).some((text) =>
			[...keysOf(question), ...question.variants].some(
				(key) => mentions(key, text) || mentions(text, key)
			)
		),
	// 27
	'option-in-stem': (question) =>
		question.kind === 'choice' &&
		question.options.some((option) => mentions(question.stem, option.text)),
	// 28
	'absolute-word': (question) =>
		question.kind === 'choice' && question.options.some((option) => ABSOLUTE.test(option.text)),
	// 24
	'key-longest': (question) => {
		if (question.kind !== 'choice') return undefined;
		const longest = Math.max(...wrongOptions(question).map((text) => text.length));
		const key = String(question.key).length;
		return key > 24 && key > 2 * longest;
	},
	// 17
	'negative-stem': (question) =>
		/(?<!\bbut )\bnot\b|\bexcept\b/.test(question.stem) &&
		/^(which|what|who|where|when)\b/i.test(question.stem),
	// 12
	'stem-long': (question) => fold(question.stem).split(' ').length > 45
} satisfies Record<string, Check>;

/** The flaws of an item by their names; none for one that may be shown. */
export const flawsOf = (question: Question): string[] =>
	Object.entries<Check>(CHECKS).flatMap(([name, check]) => (check(question) ? [name] : []));
