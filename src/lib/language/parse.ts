import type { Span } from '$lib/article/article';
import { drawArcs } from './model/arcs';
import type { Arithmetic } from './model/arithmetic';
import { Encoder, type Features } from './model/encoder';
import { findEntities } from './model/entities';
import { compileLemmas } from './model/lemmas';
import { Moves } from './model/moves';
import { compileRuler, type Ruled } from './model/ruler';
import { findTags } from './model/tags';
import type { Weights } from './model/weights';
import type { Parsed, Token } from './parsed';
import { isSpace, prefixOf, suffixOf, wordShape } from './tokens/characters';
import { createTokenizer, type Piece } from './tokens/tokenizer';

/** Parses one paragraph; spans count from its own start. */
export type Parser = (text: string) => Parsed;

/** The pipeline over loaded weights: tokens, tags, arcs, forms, lemmas, names. */
export function createParser(arithmetic: Arithmetic, weights: Weights): Parser {
	const { header } = weights;
	const tokenize = createTokenizer(header.tokenizer);
	const main = new Encoder(arithmetic, weights, 'main');
	const nameEncoder = new Encoder(arithmetic, weights, 'names');
	const parserMoves = new Moves(arithmetic, weights, 'parser', 8);
	const nameMoves = new Moves(arithmetic, weights, 'names', 3);
	const rule = compileRuler(header.ruler);
	const lemmaOf = compileLemmas(header.lemmas);
	const strings = new Map<string, Features>();

	function featuresOf(piece: Piece): Features {
		let known = strings.get(piece.text);
		if (!known) {
			const norm = Object.hasOwn(header.norms, piece.text)
				? header.norms[piece.text]!
				: piece.text.toLowerCase();
			known = [norm, prefixOf(piece.text), suffixOf(piece.text), wordShape(piece.text)];
			if (strings.size > 50_000) strings.clear();
			strings.set(piece.text, known);
		}
		return piece.norm === undefined ? known : [piece.norm, ...known.slice(1)];
	}

	return (text) => {
		const pieces = tokenize(text);
		if (!pieces.length) return { text, tokens: [], sentences: [] };
		const spaces = pieces.map((piece) => isSpace(piece.text[0]!));
		const words = pieces.map(featuresOf);
		const vectors = main.encode(
			words.map((word, i) => [...word, pieces[i]!.blank ? 1 : 0, spaces[i] ? 1 : 0])
		);
		const tags = findTags(arithmetic, weights, vectors, pieces.length);
		const tree = drawArcs(parserMoves, vectors, spaces);
		const ruled: Ruled[] = pieces.map((piece, i) => ({
			text: piece.text,
			tag: tags[i]!,
			dep: tree.labels[i]!,
			pos: '',
			morph: ''
		}));
		rule(ruled);
		const entities = findEntities(nameMoves, nameEncoder.encode(words), spaces, tree.starts);
		const tokens = pieces.map((piece, i): Token => {
			const { tag, dep, pos, lemma } = ruled[i]!;
			return {
				text: piece.text,
				start: piece.start,
				end: piece.end,
				lemma: lemma ?? lemmaOf(ruled[i]!),
				tag,
				pos,
				head: tree.heads[i]!,
				dep,
				arc: tree.sure[i]!,
				entity: '',
				entityStart: false
			};
		});
		for (const { start, end, type } of entities) {
			for (let i = start; i < end; i++) tokens[i]!.entity = type;
			tokens[start]!.entityStart = true;
		}
		return { text, tokens, sentences: sentencesOf(tree.starts, tokens.length) };
	};
}

function sentencesOf(starts: Set<number>, count: number): Span[] {
	const all = [...starts].sort((a, b) => a - b);
	return all.map((start, i) => ({ start, end: all[i + 1] ?? count }));
}
