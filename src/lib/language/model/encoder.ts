import type { Arithmetic } from './arithmetic';
import { embeddingRows, stringHash } from './hash';
import type { Tensor, Weights } from './weights';

/** What the network sees of a token: strings, and 0 or 1 for what is true or not. The same list for the same token. */
export type Features = readonly (string | number)[];

const WIDTH = 96;
const PIECES = 3;
const DEPTH = 4;
/** Empty rows at both ends, which the layers fill: each sees one neighbour further. */
const PAD = DEPTH;
/** Words, and shares of their features in the first layer, that are kept. */
const KEPT = 30_000;

/**
 * Vectors of tokens in their context: hash embeddings, then four layers that each look one token to both sides.
 * `spaCy`'s MultiHashEmbed and MaxoutWindowEncoder, https://spacy.io/api/architectures#tok2vec-arch
 */
export class Encoder {
	private readonly tables: {
		table: Tensor;
		seed: number;
		first: number;
		kept: Map<string | number, Float32Array>;
	}[];
	/** Words as the first layer leaves them: the same wherever they stand. */
	private readonly words = new Map<Features, Float32Array>();
	/** Room for an embedding, for what the first layer makes of it, and for what is left of that. */
	private readonly desk: number;
	private readonly layers: { w: Tensor; b: Tensor; gain: Tensor; shift: Tensor }[];

	constructor(
		private readonly arithmetic: Arithmetic,
		private readonly weights: Weights,
		name: 'main' | 'names'
	) {
		this.layers = Array.from({ length: DEPTH + 1 }, (_, i) => ({
			w: weights.tensor(`${name}/maxout/${i}/W`),
			b: weights.tensor(`${name}/maxout/${i}/b`),
			gain: weights.tensor(`${name}/norm/${i}/G`),
			shift: weights.tensor(`${name}/norm/${i}/b`)
		}));
		this.desk = arithmetic.reserve(WIDTH * (1 + PIECES + 1));
		this.tables = weights.header.features[name].map(({ column, seed }, i) => ({
			table: weights.tensor(`${name}/embed/${column}`),
			seed,
			first: this.slice(i),
			kept: new Map<string | number, Float32Array>()
		}));
	}

	/** Vectors of `tokens`, a token after the other, `WIDTH` floats each. */
	encode(tokens: readonly Features[]): Float32Array {
		const { arithmetic } = this;
		const size = (tokens.length + 2 * PAD) * WIDTH;
		// Rows of the tokens, then what a layer makes of them before its maxout.
		const rows = arithmetic.scratch(size * (1 + PIECES));
		const wide = rows + size;
		const start = rows + PAD * WIDTH;
		arithmetic.floats.fill(0, rows, wide);
		tokens.forEach((features, i) => {
			const word = this.words.get(features) ?? this.embed(features);
			arithmetic.floats.set(word, start + i * WIDTH);
		});
		this.layers.slice(1).forEach(({ w, b, gain, shift }, i) => {
			// Rows beyond the ends as far as the layers after this one see them.
			const reach = DEPTH - 1 - i;
			const count = tokens.length + 2 * reach;
			const from = start - reach * WIDTH;
			arithmetic.multiply(from - WIDTH, WIDTH, count, w.at, w.rows, w.width, wide);
			for (let row = 0; row < count; row++)
				arithmetic.settle(wide + row * w.rows, b.at, gain.at, shift.at, WIDTH, from + row * WIDTH);
		});
		return arithmetic.floats.slice(start, start + tokens.length * WIDTH);
	}

	/** The first layer, a feature's share after the other. */
	private embed(features: Features): Float32Array {
		const { arithmetic, desk, layers, tables, words } = this;
		const sum = new Float32Array(WIDTH * PIECES);
		for (let i = 0; i < tables.length; i++) {
			const share = this.share(tables[i]!, features[i]!);
			for (let j = 0; j < sum.length; j++) sum[j]! += share[j]!;
		}
		const wide = desk + WIDTH;
		const word = wide + WIDTH * PIECES;
		arithmetic.floats.set(sum, wide);
		arithmetic.floats.fill(0, word, word + WIDTH);
		const { b, gain, shift } = layers[0]!;
		arithmetic.settle(wide, b.at, gain.at, shift.at, WIDTH, word);
		const vector = arithmetic.floats.slice(word, word + WIDTH);
		if (words.size >= KEPT) words.clear();
		words.set(features, vector);
		return vector;
	}

	/** Address of the part of the first layer's weights that sees feature `i`. */
	private slice(i: number): number {
		const { w } = this.layers[0]!;
		const at = this.arithmetic.reserve(w.rows * WIDTH);
		const { floats } = this.arithmetic;
		for (let row = 0; row < w.rows; row++) {
			const from = w.at + row * w.width + i * WIDTH;
			floats.copyWithin(at + row * WIDTH, from, from + WIDTH);
		}
		return at;
	}

	private share(
		{ table, seed, first, kept }: Encoder['tables'][number],
		feature: string | number
	): Float32Array {
		const known = kept.get(feature);
		if (known) return known;
		const { arithmetic, desk } = this;
		const result = desk + WIDTH;
		arithmetic.floats.fill(0, desk, result);
		for (const row of embeddingRows(this.idOf(feature), seed, table.rows))
			arithmetic.add(table.at + row * WIDTH, desk, WIDTH);
		arithmetic.multiply(desk, WIDTH, 1, first, WIDTH * PIECES, WIDTH, result);
		const share = arithmetic.floats.slice(result, result + WIDTH * PIECES);
		if (kept.size >= KEPT) kept.clear();
		kept.set(feature, share);
		return share;
	}

	private idOf(feature: string | number): bigint {
		if (typeof feature === 'number') return BigInt(feature);
		const { symbols } = this.weights.header;
		return Object.hasOwn(symbols, feature) ? BigInt(symbols[feature]!) : stringHash(feature);
	}
}
