import type { Quote, Span } from './article';

export const isVerbatim = (text: string, quote: Quote): boolean =>
	text.slice(quote.start, quote.end) === quote.quote;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean =>
	outer.start <= inner.start && inner.end <= outer.end;
