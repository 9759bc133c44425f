import type { Span } from '$lib/article/article';
import { drawArcs } from './model/arcs';
import type { Arithmetic } from './model/arithmetic';
import { Encoder, type Features } from './model/encoder';
import { findEntities } from './model/entities';
import { compileLemmas } from './model/lemmas';
import { Moves } from './model/moves';
import { createReader, type Reader } from './model/reader';
import { compileRuler, type Ruled } from './model/ruler';
import { findTags } from './model/tags';
import type { Weights } from './model/weights';
import type { Parsed, Token } from './parsed';
import { isSpace, prefixOf, suffixOf, wordShape } from './tokens/characters';
import { createTokenizer, type Piece } from './tokens/tokenizer';

export type { Seen } from './model/reader';

const MOST_KNOWN = 50_000;

/** What the networks see of a word: that of the names, and that of the rest where a blank follows and where none does. */
interface Word {
	space: boolean;
	names: Features;
	apart: Features;
	joined: Features;
}

/** Parses one paragraph; spans count from its own start. */
export interface Parser {
	(text: string): Parsed;
	/** What words say in their sentence, as vectors; for the models that judge it. Throws in a file with the parser alone. */
	read: Reader;
	/** Numbers of a further model that comes in the same file. Throws where there is none of that name. */
	numbers: (name: string) => Float32Array;
}

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
	const known = new Map<string, Word>();

	function wordOf({ text, norm = '' }: Piece): Word {
		const key = `${text}\0${norm}`;
		let word = known.get(key);
		if (!word) {
			const own = Object.hasOwn(header.norms, text) ? header.norms[text]! : text.toLowerCase();
			const names = [norm || own, prefixOf(text), suffixOf(text), wordShape(text)];
			const space = isSpace(text[0]!);
			const apart = [...names, 1, space ? 1 : 0];
			word = { space, names, apart, joined: [...names, 0, space ? 1 : 0] };
			if (known.size > MOST_KNOWN) known.clear();
			known.set(key, word);
		}
		return word;
	}

	const parse = (text: string): Parsed => {
		const pieces = tokenize(text);
		if (!pieces.length) return { text, tokens: [], sentences: [] };
		const words = pieces.map(wordOf);
		const spaces = words.map(({ space }) => space);
		const vectors = main.encode(
			words.map(({ apart, joined }, i) => (pieces[i]!.blank ? apart : joined))
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
		const nameVectors = nameEncoder.encode(words.map(({ names }) => names));
		const entities = findEntities(nameMoves, nameVectors, spaces, tree.starts);
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
	return Object.assign(parse, {
		read: createReader(arithmetic, weights),
		numbers: (name: string) => weights.numbers(name)
	});
}

function sentencesOf(starts: Set<number>, count: number): Span[] {
	const all = [...starts].sort((a, b) => a - b);
	return all.map((start, i) => ({ start, end: all[i + 1] ?? count }));
}
