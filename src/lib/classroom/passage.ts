import type { Article, Quote, Span } from '$lib/article/article';
import { pieces, type Piece } from '$lib/article/marks';
import { paragraphs } from '$lib/article/paragraphs';
import { sentenceBounds } from '$lib/article/sentences';

/** What proves an answer, with the rest of its sentences around it. */
export interface Passage {
	/** Counted from 1; `undefined` for the title. */
	paragraph: number | undefined;
	/** Whether the paragraph has more before or after. */
	before: boolean;
	after: boolean;
	pieces: Piece<Quote>[];
}

/** The sentences of `within` that `marks` touch, from the first to the last of them. */
function sentencesAround(text: string, within: Span, marks: readonly Span[]): Span {
	const cuts = sentenceBounds(text, within);
	const first = Math.max(within.start, Math.min(...marks.map((mark) => mark.start)));
	const last = Math.min(within.end, Math.max(...marks.map((mark) => mark.end)));
	return {
		start: cuts.findLast((at) => at <= first) ?? within.start,
		end: cuts.find((at) => at >= last) ?? within.end
	};
}

/** The evidence in the order of the article, one passage a paragraph; what lies in the title comes first. */
export function passagesOf(article: Article, evidence: readonly Quote[]): Passage[] {
	const body = paragraphs(article);
	const title = { start: 0, end: body[0]?.start ?? article.text.length, number: undefined };
	return [title, ...body].flatMap((paragraph) => {
		const marks = evidence.filter(
			(quote) => quote.start < paragraph.end && quote.end > paragraph.start
		);
		if (marks.length === 0) return [];
		const around = sentencesAround(article.text, paragraph, marks);
		const end = around.start + article.text.slice(around.start, around.end).trimEnd().length;
		return [
			{
				paragraph: paragraph.number,
				before: around.start > paragraph.start,
				after: around.end < paragraph.end,
				pieces: pieces(article.text, { start: around.start, end }, marks)
			}
		];
	});
}
