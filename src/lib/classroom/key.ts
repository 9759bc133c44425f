import type { Article, Quote } from '$lib/article/article';
import { paragraphAt, paragraphs } from '$lib/article/paragraphs';
import { numeralOf, placed } from './lettered';
import type { PaperItem } from './paper';

/** A quote with its paragraph, for whoever marks the tests. */
export interface KeyQuote {
	text: string;
	/** Counted from 1; `undefined` for the title. */
	paragraph: number | undefined;
}

export interface KeyEntry {
	number: number;
	/** The circle to be filled in. */
	letter: string | undefined;
	/** What is right, in words; empty for sets. */
	answer: string;
	/** What stands on the answer sheet where all is right: a letter, words, `D B A`, `A2 B1`. */
	glance: string;
	/** Answers that are right as well. */
	also: readonly string[];
	/** The set in full: numeral or place, letter, and what they stand for. */
	lines: { place: number; mark: string; letter: string; text: string; partner: string }[];
	quotes: KeyQuote[];
}

const ordinal = (n: number): string => `${n}${['th', 'st', 'nd', 'rd'][n] ?? 'th'}`;

/** A quote with an ellipsis where it begins or ends within a sentence. */
function quoted(text: string, { start, end, quote }: Quote): string {
	const opens = /(?:^|[.!?…]["”’)\]]*\s+|[\r\n]\s*)["“‘([]?$/.test(text.slice(0, start));
	const closes = /[.!?…]["”’)\]]*$/.test(quote) || /^\s*(?:[\r\n]|$)/.test(text.slice(end));
	return `${opens ? '' : '…\u00a0'}${quote}${closes ? '' : '\u00a0…'}`;
}

export function keyEntries(items: readonly PaperItem[], article: Article): KeyEntry[] {
	const body = paragraphs(article);
	return items.map(({ number, question, writing }) => {
		const inPlaces = placed(question);
		const lines = inPlaces.map(({ item, letter, place }, i) => ({
			place,
			mark: writing.form === 'letters' ? numeralOf(i) : ordinal(place),
			letter,
			text: item.text,
			partner: item.partner
		}));
		const right =
			writing.form === 'circles' ? writing.options.find((one) => one.correct) : undefined;
		// "A decade" stands in the article, and ten years are asked for.
		const asked =
			question.answerType === 'duration' &&
			question.unit &&
			!String(question.key).includes(question.unit)
				? ` (${question.value ?? ''} ${question.unit})`
				: '';
		const answer = lines.length > 0 ? '' : `${[question.key].flat().join(', ')}${asked}`;
		const marks = lines.map((line) =>
			writing.form === 'boxes' ? `${line.letter}${line.place}` : line.letter
		);
		return {
			number,
			letter: right?.letter,
			answer,
			glance: right?.letter ?? (answer || marks.join(' ')),
			also: writing.form === 'line' ? question.variants : [],
			lines: writing.form === 'boxes' ? lines.toSorted((a, b) => a.place - b.place) : lines,
			quotes: question.evidence.map((quote) => ({
				text: quoted(article.text, quote),
				paragraph: paragraphAt(body, quote)?.number
			}))
		};
	});
}
