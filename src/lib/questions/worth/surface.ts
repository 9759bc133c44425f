import type { Slot } from '$lib/facts/fact';
import { fold } from '$lib/language/names';
import type { Question } from '../question';
import { BLANK, withoutHint } from '../wording/blank';

export const SURFACE = [
	'sentence kept',
	'trimmed',
	'pronouns',
	'gap first',
	'gap listed',
	'hinted',
	'quoted',
	'condition',
	'title words',
	'names',
	'few words',
	'many words',
	'small number',
	'month alone',
	'duration key',
	'year key',
	'people or term',
	'rounded',
	'says who',
	'comparison',
	'definite start',
	'indefinite start',
	'range',
	'day key',
	'no year',
	'now',
	'commas',
	'perfect'
] as const;

/** What the words of a question tell, beside its article’s sentence; figures from 0 to 1. */
export function surfaceOf(
	question: Question,
	slot: Slot | undefined,
	{ title, sentence }: { title: string; sentence: string }
): Record<(typeof SURFACE)[number], number> {
	const { stem, kind } = question;
	const [key = ''] = [question.key].flat();
	const [before = '', after = ''] = withoutHint(stem).split(BLANK);
	const words = contentOf(stem);
	const own = contentOf(sentence);
	const is = (yes: boolean): number => (yes ? 1 : 0);
	const length = stem.split(' ').length;
	return {
		'sentence kept': share(own, words),
		trimmed:
			kind === 'cloze' ? Math.min(1, Math.max(0, 1 - length / sentence.split(' ').length)) : 0,
		pronouns:
			Math.min(3, stem.match(/\b(he|she|it|they|his|her|its|their|him|them)\b/gi)?.length ?? 0) / 3,
		'gap first': is(kind === 'cloze' && before.length < 5),
		'gap listed': is(
			kind === 'cloze' &&
				(/\b(and|or|,) $/.test(before) || /^(,? (and|or)\b|, \p{Lu})/u.test(after))
		),
		hinted: is(kind === 'cloze' && stem.includes(`${BLANK} (`)),
		quoted: is(/["“]/.test(stem)),
		condition: is(/\b(if|whether|would|could|should|might|may)\b/i.test(stem)),
		'title words': share(contentOf(title), words),
		names: Math.min(4, stem.slice(1).match(/\b\p{Lu}\p{L}+/gu)?.length ?? 0) / 4,
		'few words': is(length < 9),
		'many words': Math.max(0, Math.min(1, (length - 25) / 15)),
		'small number': is(
			slot?.type === 'quantity' && slot.value !== undefined && Math.abs(slot.value) < 4
		),
		'month alone': is(slot?.type === 'month'),
		'duration key': is(slot?.type === 'duration'),
		'year key': is(slot?.type === 'year' || (slot?.type === 'date' && /\d{4}/.test(key))),
		'people or term': is(slot?.type === 'thing'),
		rounded: is(
			/\b(about|around|nearly|almost|over|approximately|roughly|more than|less than|at least|up to)\b/i.test(
				stem
			)
		),
		'says who': is(/\b(said|says|told|explained|noted|added|stated|claims?|claimed)\b/.test(stem)),
		comparison: is(/\b(more|less|\p{L}+er) than\b/u.test(stem)),
		'definite start': is(/^The \p{Ll}/u.test(stem)),
		'indefinite start': is(/^(An?|Some|Many|Several|One|Most) /.test(stem)),
		'day key': is(slot?.type === 'date' && /\b\d{1,2}\b/.test(key.replace(/\d{4}/, ''))),
		'no year': is(/^(date|month)$/.test(slot?.type ?? '') && !/\d{4}/.test(key + stem)),
		now: is(/\b(now|currently|present|today|recent|recently|new|still|so far)\b/i.test(stem)),
		commas: Math.min(5, stem.split(',').length - 1) / 5,
		perfect: is(/\b(has|have|had) (\w+ )?\w+(ed|en)\b/.test(stem)),
		range: is(/\b(from|between)\b/.test(before.slice(-12)) || /^ ?(to|and) \d/.test(after))
	};
}

/** Words that carry meaning, "volcanoes" as "volcano". */
const contentOf = (words: string): Set<string> =>
	new Set(
		fold(words)
			.split(' ')
			.filter((word) => word.length > 3)
			.map((word) => word.replace(/(?<=o|sh|ch|x)es$|(?<!s)s$/, ''))
	);

const share = (of: ReadonlySet<string>, found: ReadonlySet<string>): number =>
	[...of].filter((word) => found.has(word)).length / Math.max(1, of.size);
