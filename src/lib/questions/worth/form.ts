import type { Fact } from '$lib/facts/fact';
import type { Question } from '../question';
import { BLANK, isAfter, shownOf, withoutHint } from '../wording/blank';

export const FORM = [
	'after another',
	'words shown',
	'pronouns kept',
	'pronouns replaced',
	'names put in',
	'share cut',
	'told of both',
	'passing example',
	'akin to stem',
	'unhinted setting'
] as const;
type Form = Record<(typeof FORM)[number], number>;

const PRONOUN = /\b(he|him|his|she|her|it|its|they|them|their)\b/gi;

/** "Artists such as _____", "including Rome, _____" */
const EXAMPLE = /\b(such as|including|includes?|for example|for instance|e\.g\.|, like)\b[^.;:]*$/i;
/** Letters that two words of one stem share: "fermented", "fermentation". */
const STEM = 5;

/** Whether a gap stands in a sentence alone or after another, and what was done to the article’s own words. */
export function formOf({ passage }: Fact, { stem, kind, key }: Question, sentence: string): Form {
	const after = isAfter(passage, stem);
	const shown = withoutHint(shownOf(passage, stem));
	const pronouns = (words: string): number => words.match(PRONOUN)?.length ?? 0;
	const capitals = shown.match(/\b\p{Lu}[\p{L}-]+/gu) ?? [];
	const words = (of: string): number => of.replace(BLANK, '').split(' ').length;
	const [ahead = ''] = shown.split(BLANK);
	const before = after ? content(passage!.before) : new Set<string>();
	const own = content(shown);
	const capped = (count: number, most: number): number => Math.max(0, Math.min(most, count)) / most;
	return {
		'after another': after ? 1 : 0,
		'words shown': capped(words(withoutHint(stem)), 45),
		'pronouns kept': after ? capped(pronouns(shown), 3) : 0,
		'pronouns replaced': capped(pronouns(sentence) - pronouns(shown), 2),
		'names put in':
			kind === 'cloze'
				? capped(capitals.filter((word, i) => i > 0 && !sentence.includes(word)).length, 3)
				: 0,
		'share cut': kind === 'cloze' ? capped(1 - words(shown) / Math.max(1, words(sentence)), 1) : 0,
		'told of both': [...own].filter((word) => before.has(word)).length / Math.max(1, own.size),
		'passing example': EXAMPLE.test(ahead) ? 1 : 0,
		'akin to stem': isAkin([key].flat().join(' '), withoutHint(stem)) ? 1 : 0,
		'unhinted setting': /^(In|At|On) $/.test(ahead) && !stem.includes(`${BLANK} (`) ? 1 : 0
	};
}

const content = (words: string): Set<string> =>
	new Set(words.toLowerCase().match(/\p{L}{5,}/gu) ?? []);

/** Whether a word of the key is made from one of the stem. */
function isAkin(key: string, stem: string): boolean {
	const told = content(stem);
	return [...content(key)].some((word) =>
		[...told].some((other) => {
			const shorter = Math.min(word.length, other.length);
			const shared = Math.max(STEM, shorter - 3);
			return word.slice(0, shared) === other.slice(0, shared);
		})
	);
}
