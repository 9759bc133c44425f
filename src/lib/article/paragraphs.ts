import type { Article, Span } from './article';

export interface Paragraph extends Span {
	/** Counted from 1, as the reader counts them. */
	number: number;
	text: string;
}

/**
 * The article's paragraphs: its lines that are not empty, without the title where the text repeats it.
 * Spans are trimmed of white space and never overlap.
 */
export function paragraphs(article: Pick<Article, 'title' | 'text'>): Paragraph[] {
	const found: Paragraph[] = [];
	for (const match of article.text.matchAll(/[^\r\n]+/g)) {
		const text = match[0].trim();
		if (!text || (found.length === 0 && text === article.title.trim())) continue;
		const start = match.index + match[0].indexOf(text);
		found.push({ number: found.length + 1, start, end: start + text.length, text });
	}
	return found;
}

/** The paragraph in which a span begins, or `undefined` where it lies outside (in the title, say). */
export const paragraphAt = <P extends Span>(all: readonly P[], span: Span): P | undefined =>
	all.find((paragraph) => paragraph.start <= span.start && span.start < paragraph.end);

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** Minutes that a text of so many words takes to read, at 160 words a minute: a school reader's pace. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 160));
