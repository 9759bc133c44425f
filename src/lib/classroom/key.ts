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
	/** What is right; for sets the letters or numbers alone. */
	answer: string;
	/** Answers that are right as well. */
	also: readonly string[];
	/** The set in full: numeral or place, letter, and what they stand for. */
	lines: { mark: string; letter: string; text: string; partner: string }[];
	quotes: KeyQuote[];
}

/** A quote with an ellipsis where it begins or ends within a sentence. */
function quoted(text: string, { start, end, quote }: Quote): string {
	const opens = /(?:^|[.!?…]["”’)\]]*\s+|[\r\n]\s*)["“‘([]?$/.test(text.slice(0, start));
	const closes = /[.!?…]["”’)\]]*$/.test(quote) || /^\s*(?:[\r\n]|$)/.test(text.slice(end));
	return `${opens ? '' : '… '}${quote}${closes ? '' : ' …'}`;
}

export function keyEntries(items: readonly PaperItem[], article: Article): KeyEntry[] {
	const body = paragraphs(article);
	return items.map(({ number, question, writing }) => {
		const inPlaces = placed(question);
		const lines = inPlaces.map(({ item, letter, place }, i) => ({
			mark: writing.form === 'letters' ? numeralOf(i) : String(place),
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
		return {
			number,
			letter: right?.letter,
			answer: lines.length > 0 ? '' : `${[question.key].flat().join(', ')}${asked}`,
			also: writing.form === 'line' ? question.variants : [],
			lines:
				writing.form === 'boxes'
					? lines.toSorted((a, b) => Number(a.mark) - Number(b.mark))
					: lines,
			quotes: question.evidence.map((quote) => ({
				text: quoted(article.text, quote),
				paragraph: paragraphAt(body, quote)?.number
			}))
		};
	});
}
