import type { Fact } from '$lib/facts/fact';
import type { Question } from '../question';
import { BLANK, isAfter, shownOf } from '../wording/blank';

export const FORM = [
	'after another',
	'words shown',
	'pronouns kept',
	'pronouns replaced',
	'names put in',
	'share cut',
	'told of both'
] as const;
type Form = Record<(typeof FORM)[number], number>;

const PRONOUN = /\b(he|him|his|she|her|it|its|they|them|their)\b/gi;

/** Whether a gap stands in a sentence alone or after another, and what was done to the article’s own words. */
export function formOf({ passage }: Fact, { stem, kind }: Question, sentence: string): Form {
	const after = isAfter(passage, stem);
	const shown = shownOf(passage, stem);
	const pronouns = (words: string): number => words.match(PRONOUN)?.length ?? 0;
	const capitals = shown.match(/\b\p{Lu}[\p{L}-]+/gu) ?? [];
	const words = (of: string): number => of.replace(BLANK, '').split(' ').length;
	const before = after ? content(passage!.before) : new Set<string>();
	const own = content(shown);
	const capped = (count: number, most: number): number => Math.max(0, Math.min(most, count)) / most;
	return {
		'after another': after ? 1 : 0,
		'words shown': capped(words(stem), 45),
		'pronouns kept': after ? capped(pronouns(shown), 3) : 0,
		'pronouns replaced': capped(pronouns(sentence) - pronouns(shown), 2),
		'names put in':
			kind === 'cloze'
				? capped(capitals.filter((word, i) => i > 0 && !sentence.includes(word)).length, 3)
				: 0,
		'share cut': kind === 'cloze' ? capped(1 - words(shown) / Math.max(1, words(sentence)), 1) : 0,
		'told of both': [...own].filter((word) => before.has(word)).length / Math.max(1, own.size)
	};
}

const content = (words: string): Set<string> =>
	new Set(words.toLowerCase().match(/\p{L}{5,}/gu) ?? []);
