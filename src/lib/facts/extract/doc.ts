import type { Span } from '$lib/article/article';
import type { Parsed, Token } from '$lib/language/parsed';

/** A parsed text with its tree the other way round: children by head, subtrees, words at spans of tokens. */
export class Doc {
	readonly text: string;
	readonly tokens: readonly Token[];
	readonly sentences: readonly Span[];
	private readonly kids: number[][];
	/** By token: its sentence. */
	private readonly home: Span[];

	/** Quotations of more than a word or two, in characters, marks included. */
	readonly quotations: readonly Span[];

	constructor(parsed: Parsed) {
		this.text = parsed.text;
		this.tokens = parsed.tokens;
		this.sentences = parsed.sentences;
		this.kids = parsed.tokens.map(() => []);
		this.quotations = quotationsIn(parsed.text);
		this.home = parsed.sentences.flatMap((sentence) =>
			Array.from({ length: sentence.end - sentence.start }, () => sentence)
		);
		parsed.tokens.forEach((token, i) => {
			if (token.head !== i) this.kids[token.head]!.push(i);
		});
	}

	at(i: number): Token {
		return this.tokens[i]!;
	}

	children(i: number, ...deps: string[]): number[] {
		const all = this.kids[i]!;
		return deps.length ? all.filter((child) => deps.includes(this.at(child).dep)) : all;
	}

	child(i: number, ...deps: string[]): number | undefined {
		return this.children(i, ...deps)[0];
	}

	/** Tokens `[start, end)` from the leftmost to the rightmost under `i`. */
	subtree(i: number): Span {
		let start = i;
		let end = i + 1;
		const waiting = [i];
		for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
			start = Math.min(start, next);
			end = Math.max(end, next + 1);
			waiting.push(...this.kids[next]!);
		}
		return { start, end };
	}

	/** Place in the text of tokens `[start, end)`. */
	place({ start, end }: Span): Span {
		return { start: this.at(start).start, end: this.at(end - 1).end };
	}

	words(tokens: Span): string {
		const { start, end } = this.place(tokens);
		return this.text.slice(start, end);
	}

	range({ start, end }: Span): number[] {
		return Array.from({ length: end - start }, (_, i) => start + i);
	}

	sentenceOf(i: number): Span {
		return this.home[i]!;
	}

	/** The first token that begins at a place of the text or after it. */
	tokenFrom(place: number): number {
		let [low, high] = [0, this.tokens.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.at(middle).start < place) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Whether a place in the text stands in a quotation. */
	isQuoted(place: number): boolean {
		return this.quotations.some(({ start, end }) => start <= place && place < end);
	}

	isAncestor(ancestor: number, i: number): boolean {
		let at = i;
		while (this.at(at).head !== at) {
			if (at === ancestor) return true;
			at = this.at(at).head;
		}
		return at === ancestor;
	}
}

/** Characters of a quotation that is somebody's words, not a word held with tongs. */
const QUOTED = 25;

/** Quotations within a paragraph; one that is not closed goes to its end. */
const quotationsIn = (text: string): Span[] =>
	[...text.matchAll(/“[^”\n]*(?:”|$|(?=\n))|"[^"\n]*(?:"|$|(?=\n))/g)]
		.filter(([words]) => words.length > QUOTED)
		.map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
