import type { Span } from './article';

/** A stretch of text with the marks that cover all of it. */
export interface Piece<M> {
	text: string;
	marks: M[];
	/** Marks that end with this piece. */
	ending: M[];
}

/**
 * Cuts the text of `within` where marks begin and end, so that each piece lies wholly inside or outside
 * of each mark. Marks may overlap; what lies outside of `within` is left out.
 */
export function pieces<M extends Span>(
	text: string,
	within: Span,
	marks: readonly M[]
): Piece<M>[] {
	const inside = marks.filter((mark) => mark.start < within.end && mark.end > within.start);
	const clip = (at: number) => Math.min(Math.max(at, within.start), within.end);
	const cuts = [
		...new Set([
			within.start,
			within.end,
			...inside.flatMap((mark) => [clip(mark.start), clip(mark.end)])
		])
	].sort((a, b) => a - b);
	return cuts.slice(0, -1).map((start, i) => {
		const end = cuts[i + 1] as number;
		const covering = inside.filter((mark) => mark.start <= start && mark.end >= end);
		return {
			text: text.slice(start, end),
			marks: covering,
			ending: covering.filter((mark) => clip(mark.end) === end)
		};
	});
}
