import type { Span } from '$lib/article/article';
import type { Header } from '../model/weights';
import { isSpace } from './characters';

/** A piece of text; `norm` where the tokenizer's own rules say what it stands for ("’s" → "us"). */
export interface Piece extends Span {
	text: string;
	norm?: string;
	/** A blank follows. */
	blank: boolean;
}

type Part = Pick<Piece, 'text' | 'norm'>;

interface Rule {
	/** Texts of the pieces that the tokenizer would make of it without the rule. */
	pieces: string[];
}

/** All affixes have a mark or a figure in or before them: of a word in plain letters nothing is cut but by exception. */
const LETTERS = /^[A-Za-z]+$/;

/**
 * Cuts text at blanks, then prefixes, suffixes and infixes off the pieces, with exceptions such as "don’t" and "U.S.".
 * `spaCy`'s tokenizer, https://spacy.io/usage/linguistic-features#how-tokenizer-works
 */
export function createTokenizer(source: Header['tokenizer']): (text: string) => Piece[] {
	const prefix = new RegExp(source.prefix, 'u');
	const suffix = new RegExp(source.suffix, 'u');
	const infix = new RegExp(source.infix, 'gu');
	const url = new RegExp(`^(?:${source.url})`, 'u');
	const specials = new Map<string, Part[]>(
		Object.entries(source.rules).map(([text, parts]) => [
			text,
			parts.map(([part, norm]) => (norm === undefined ? { text: part } : { text: part, norm }))
		])
	);
	const kept = new Map<string, Part[]>();
	const seams = createSeams();

	function cut(chunk: string, special: boolean): Part[] {
		const rule = special ? specials.get(chunk) : undefined;
		if (rule) return rule;
		const known = special ? kept.get(chunk) : undefined;
		if (known) return known;
		if (LETTERS.test(chunk)) return [{ text: chunk }];
		const before: Part[] = [];
		const after: Part[] = [];
		const middle = peel(chunk, before, after, special);
		const parts = [...before, ...core(middle, special), ...after.reverse()];
		if (special) {
			if (kept.size > 20_000) kept.clear();
			kept.set(chunk, parts);
		}
		return parts;
	}

	/** Takes affixes off both ends until nothing changes or a special case is left; returns the middle. */
	function peel(chunk: string, before: Part[], after: Part[], special: boolean): string {
		let rest = chunk;
		let size = -1;
		while (rest && rest.length !== size) {
			if (special && specials.has(rest)) break;
			size = rest.length;
			const head = prefix.exec(rest)?.[0] ?? '';
			const beheaded = rest.slice(head.length);
			if (head && special && specials.has(beheaded)) {
				before.push({ text: head });
				return beheaded;
			}
			const tail = suffix.exec(beheaded)?.[0] ?? '';
			const curtailed = rest.slice(0, rest.length - tail.length);
			if (tail && special && specials.has(curtailed)) {
				after.push({ text: tail });
				return curtailed;
			}
			if (head) before.push({ text: head });
			if (tail) after.push({ text: tail });
			rest = rest.slice(head.length, rest.length - tail.length);
		}
		return rest;
	}

	function core(text: string, special: boolean): Part[] {
		if (!text) return [];
		const rule = special ? specials.get(text) : undefined;
		if (rule) return rule;
		if (url.test(text)) return [{ text }];
		const parts: Part[] = [];
		let start = 0;
		for (const match of text.matchAll(infix)) {
			if (match.index === 0) continue;
			if (match.index > start) parts.push({ text: text.slice(start, match.index) });
			if (match[0]) parts.push({ text: match[0] });
			start = match.index + match[0].length;
		}
		if (start < text.length) parts.push({ text: text.slice(start) });
		return parts;
	}

	/** Special cases that contain affixes or blanks can come apart before they are seen: put together again. */
	function createSeams(): Map<string, Rule[]> {
		const byFirst = new Map<string, Rule[]>();
		for (const text of specials.keys()) {
			infix.lastIndex = 0;
			const torn = text.includes(' ') || prefix.test(text) || suffix.test(text) || infix.test(text);
			if (!torn) continue;
			const pieces = text.split(' ').flatMap((chunk) => cut(chunk, false).map((part) => part.text));
			const first = pieces[0]!;
			byFirst.set(first, [...(byFirst.get(first) ?? []), { pieces }]);
		}
		return byFirst;
	}

	function mend(text: string, pieces: Piece[]): Piece[] {
		const found: Span[] = [];
		pieces.forEach((piece, start) => {
			for (const rule of seams.get(piece.text) ?? [])
				if (rule.pieces.every((part, i) => pieces[start + i]?.text === part))
					found.push({ start, end: start + rule.pieces.length });
		});
		if (!found.length) return pieces;
		found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
		const taken = new Set<number>();
		const chosen = new Map<number, Span>();
		for (const span of found) {
			if (!taken.has(span.start) && !taken.has(span.end - 1)) chosen.set(span.start, span);
			for (let i = span.start; i < span.end; i++) taken.add(i);
		}
		const mended: Piece[] = [];
		for (let i = 0; i < pieces.length; i++) {
			const span = chosen.get(i);
			const last = span && pieces[span.end - 1]!;
			const parts = last && specials.get(text.slice(pieces[i]!.start, last.end));
			if (!span || !parts) {
				mended.push(pieces[i]!);
				continue;
			}
			mended.push(...place(parts, pieces[i]!.start, last.blank));
			i = span.end - 1;
		}
		return mended;
	}

	return (text) => {
		const pieces: Piece[] = [];
		let start = 0;
		let inSpace = text !== '' && isSpace(text[0]!);
		const close = (end: number) => {
			if (start >= end) return;
			pieces.push(...place(cut(text.slice(start, end), true), start, false));
		};
		for (let i = 0; i < text.length; i++) {
			if (isSpace(text[i]!) === inSpace) continue;
			close(i);
			start = i;
			if (text[i] === ' ') {
				const last = pieces.at(-1);
				if (last) last.blank = true;
				start = i + 1;
			}
			inSpace = !inSpace;
		}
		close(text.length);
		return mend(text, pieces);
	};
}

function place(parts: Part[], start: number, blank: boolean): Piece[] {
	let at = start;
	return parts.map((part, i) => {
		const piece = {
			...part,
			start: at,
			end: at + part.text.length,
			blank: blank && i === parts.length - 1
		};
		at = piece.end;
		return piece;
	});
}
