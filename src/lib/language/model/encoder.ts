import type { Arithmetic } from './arithmetic';
import { embeddingRows, stringHash } from './hash';
import type { Tensor, Weights } from './weights';

/** What the network sees of a token: strings, and 0 or 1 for what is true or not. */
export type Features = readonly (string | number)[];

const WIDTH = 96;
const PIECES = 3;
const DEPTH = 4;
/** Empty rows at both ends, which the layers fill: each sees one neighbour further. */
const PAD = DEPTH;
const EPSILON = 1e-8;
/** Words whose share of the first layer is kept. */
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
	/** Room for an embedding, then for what the first layer makes of it. */
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
		this.desk = arithmetic.reserve(WIDTH * (1 + PIECES));
		this.tables = weights.header.features[name].map(({ column, seed }, i) => ({
			table: weights.tensor(`${name}/embed/${column}`),
			seed,
			first: this.slice(i),
			kept: new Map<string | number, Float32Array>()
		}));
	}

	/** Vectors of `tokens`, a token after the other, `WIDTH` floats each. */
	encode(tokens: Features[]): Float32Array {
		const { arithmetic } = this;
		const count = tokens.length + 2 * PAD;
		// Rows of the tokens with one more at both ends, then what a layer makes of them before its maxout.
		const rows = arithmetic.scratch((count + 2) * WIDTH + count * WIDTH * PIECES);
		const wide = rows + (count + 2) * WIDTH;
		arithmetic.floats.fill(0, rows, wide);
		tokens.forEach((features, i) => this.embed(features, rows + (i + PAD + 1) * WIDTH));
		for (const layer of this.layers.slice(1)) {
			arithmetic.multiply(rows, WIDTH, count, layer.w.at, WIDTH * PIECES, WIDTH * 3, wide);
			for (let i = 0; i < count; i++) {
				const from = arithmetic.floats.subarray(
					wide + i * WIDTH * PIECES,
					wide + (i + 1) * WIDTH * PIECES
				);
				this.settle(layer, from, rows + (i + 1) * WIDTH, true);
			}
		}
		const start = rows + (PAD + 1) * WIDTH;
		return arithmetic.floats.slice(start, start + tokens.length * WIDTH);
	}

	/** The first layer: what each feature adds to it is the same wherever the word stands. */
	private embed(features: Features, to: number): void {
		const sum = new Float32Array(WIDTH * PIECES);
		this.tables.forEach((table, i) => {
			const share = this.share(table, features[i]!);
			for (let j = 0; j < sum.length; j++) sum[j]! += share[j]!;
		});
		this.settle(this.layers[0]!, sum, to, false);
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
		const { floats } = this.arithmetic;
		const vector = this.desk;
		const result = this.desk + WIDTH;
		floats.fill(0, vector, result);
		for (const row of embeddingRows(this.idOf(feature), seed, table.rows))
			for (let k = 0; k < WIDTH; k++) floats[vector + k]! += floats[table.at + row * WIDTH + k]!;
		this.arithmetic.multiply(vector, WIDTH, 1, first, WIDTH * PIECES, WIDTH, result);
		const share = floats.slice(result, result + WIDTH * PIECES);
		if (kept.size >= KEPT) kept.clear();
		kept.set(feature, share);
		return share;
	}

	private idOf(feature: string | number): bigint {
		if (typeof feature === 'number') return BigInt(feature);
		const { symbols } = this.weights.header;
		return Object.hasOwn(symbols, feature) ? BigInt(symbols[feature]!) : stringHash(feature);
	}

	/** Bias, the largest of every three, layer norm; added to what stands at `to`, or in its place. */
	private settle(
		layer: Encoder['layers'][number],
		wide: Float32Array,
		to: number,
		add: boolean
	): void {
		const { floats } = this.arithmetic;
		const { at: bias } = layer.b;
		const best = scratchRow;
		let mean = 0;
		for (let j = 0; j < WIDTH; j++) {
			const k = j * PIECES;
			const value = Math.max(
				wide[k]! + floats[bias + k]!,
				wide[k + 1]! + floats[bias + k + 1]!,
				wide[k + 2]! + floats[bias + k + 2]!
			);
			best[j] = value;
			mean += value;
		}
		mean /= WIDTH;
		let variance = 0;
		for (let j = 0; j < WIDTH; j++) variance += (best[j]! - mean) ** 2;
		const scale = 1 / Math.sqrt(variance / WIDTH + EPSILON);
		for (let j = 0; j < WIDTH; j++) {
			const value =
				(best[j]! - mean) * scale * floats[layer.gain.at + j]! + floats[layer.shift.at + j]!;
			floats[to + j] = add ? floats[to + j]! + value : value;
		}
	}
}

const scratchRow = new Float64Array(WIDTH);
