import type { Article } from '$lib/article/article';
import { generate } from '$lib/questions/generate';
import { grindAll } from '$lib/questions/grind';
import { BLANK, withoutHint } from '$lib/questions/wording/blank';
import { featured } from '$lib/questions/worth/worth';
import type { Parser } from '$lib/language/parse';

/** A sentence that the app would make gaps in, in its words; gaps by place in it, in their order, none over another. */
export interface Sheet {
	sentence: string;
	/** The sentence that would stand before it. */
	before?: string;
	/** Whether it is held to stand alone. */
	alone: boolean;
	gaps: { start: number; end: number; key: string }[];
}

/** What a reader said of a sentence and of the gaps in it. */
export interface Label {
	text: string;
	sentence: string;
	/** 0: it stands alone; 1: after the one before; x: neither. */
	code: string;
	/** Words that make a good gap, those that ask for the very point, and all others. */
	good: string[];
	best: string[];
	bad: string[];
}

/** The sentences of an article with all gaps that may be asked for, in its order. */
export function sentencesOf(article: Article, parse: Parser): Sheet[] {
	const ground = grindAll(article, parse);
	if (!ground.ok) return [];
	const { deck, extracted } = ground.value;
	const facts = new Map(extracted.facts.map((fact) => [fact.id, fact]));
	const sheets = new Map<string, Sheet & { place: number }>();
	for (const { question } of featured(extracted, generate(deck), deck.article.title, parse)) {
		const fact = facts.get(question.factId)!;
		const { sentence: own, passage } = fact;
		const sentence = own ?? passage?.sentence;
		if (question.kind !== 'cloze' || sentence === undefined) continue;
		const plain = withoutHint(question.stem);
		const after = passage !== undefined && plain.startsWith(`${passage.before} `);
		// What a sentence that stands alone is asked for after another, it is asked for alone.
		if (after && own !== undefined) continue;
		const [prefix = '', suffix = ''] = (
			after ? plain.slice(passage.before.length + 1) : plain
		).split(BLANK);
		if (!sentence.startsWith(prefix) || !sentence.endsWith(suffix)) continue;
		const gap = { start: prefix.length, end: sentence.length - suffix.length };
		const sheet = sheets.get(sentence) ?? {
			sentence,
			...(passage && { before: passage.before }),
			alone: own !== undefined,
			gaps: [],
			place: fact.evidence[0]!.start
		};
		sheets.set(sentence, sheet);
		if (!sheet.gaps.some(({ start, end }) => start < gap.end && gap.start < end))
			sheet.gaps.push({ ...gap, key: [question.key].flat().join(' | ') });
	}
	return [...sheets.values()]
		.toSorted((a, b) => a.place - b.place)
		.map(({ place: _, gaps, ...rest }) => ({
			...rest,
			gaps: gaps.toSorted((a, b) => a.start - b.start)
		}));
}
