import { fold, mentions, sameName } from '$lib/language/names';
import type { Question } from './question';
import { BLANK } from './wording/blank';

type Check = (question: Question) => boolean;

const keysOf = (question: Question): string[] =>
	question.kind === 'boolean' ? [] : [question.key].flat();

const ABSOLUTE = /\b(always|never|all|none|only|every)\b/i;
const wrongOptions = (question: Question): string[] =>
	question.options.filter((option) => !option.correct).map((option) => option.text);

/**
 * Faults of an item that a program can see, each with the number of its rule in Haladyna, Downing and Rodriguez (2002);
 * 0 where they have none.
 */
const CHECKS: readonly (readonly [rule: number, check: Check])[] = [
	// The stem has the key.
	[0, (question) => keysOf(question).some((key) => mentions(question.stem, key))],
	// The stem is no complete question.
	[
		10,
		(question) =>
			question.kind === 'cloze'
				? question.stem.split(BLANK).length !== 2
				: !question.stem.endsWith('?')
	],
	// Not just one option is right.
	[
		19,
		({ options }) => options.length > 0 && options.filter(({ correct }) => correct).length !== 1
	],
	// Two options say the same.
	[
		22,
		({ options }) =>
			options.some((option, i) =>
				options.some((other, j) => j < i && sameName(option.text, other.text))
			)
	],
	// A wrong option is a form or a part of the key.
	[
		22,
		(question) =>
			question.kind === 'choice' &&
			wrongOptions(question).some((text) =>
				[...keysOf(question), ...question.variants].some(
					(key) => mentions(key, text) || mentions(text, key)
				)
			)
	],
	// An option stands in the stem.
	[
		27,
		({ kind, stem, options }) =>
			kind === 'choice' && options.some(({ text }) => mentions(stem, text))
	],
	// An option has an absolute word.
	[28, ({ kind, options }) => kind === 'choice' && options.some(({ text }) => ABSOLUTE.test(text))],
	// The key stands out by its length.
	[
		24,
		(question) => {
			const longest = Math.max(...wrongOptions(question).map((text) => text.length));
			const key = String(question.key).length;
			return question.kind === 'choice' && key > 24 && key > 2 * longest;
		}
	],
	// The stem asks for what is not.
	[
		17,
		({ stem }) =>
			/(?<!\bbut )\bnot\b|\bexcept\b/.test(stem) && /^(which|what|who|where|when)\b/i.test(stem)
	],
	// The stem is too long.
	[12, ({ stem }) => fold(stem).split(' ').length > 45]
];

/** The rules that an item breaks; none for one that may be shown. */
export const flawsOf = (question: Question): number[] =>
	CHECKS.flatMap(([rule, check]) => (check(question) ? [rule] : []));
