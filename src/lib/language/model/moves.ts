import type { Arithmetic } from './arithmetic';
import type { Tensor, Weights } from './weights';

const WIDTH = 64;
const PIECES = 2;

/**
 * Scores of the next move of a transition system, from the tokens that its state looks at.
 * `spaCy`'s TransitionBasedParser, https://spacy.io/api/architectures#parser
 */
export class Moves {
	readonly names: string[];
	private readonly linear: { w: Tensor; b: Tensor };
	private readonly lower: { w: Tensor; b: Tensor; pad: Tensor };
	private readonly upper: { w: Tensor; b: Tensor };
	private readonly sum: Float32Array;
	/** Room for the hidden layer, then for the scores. */
	private readonly desk: number;
	/** What each token adds for each place in the state, and last the padding. */
	private shares = new Float32Array(0);

	constructor(
		private readonly arithmetic: Arithmetic,
		weights: Weights,
		name: 'parser' | 'names',
		/** How many tokens the state looks at. */
		private readonly places: number
	) {
		this.names = weights.header.moves[name];
		this.linear = { w: weights.tensor(`${name}/linear/W`), b: weights.tensor(`${name}/linear/b`) };
		this.lower = {
			w: weights.tensor(`${name}/lower/W`),
			b: weights.tensor(`${name}/lower/b`),
			pad: weights.tensor(`${name}/lower/pad`)
		};
		this.upper = { w: weights.tensor(`${name}/upper/W`), b: weights.tensor(`${name}/upper/b`) };
		this.sum = new Float32Array(WIDTH * PIECES);
		this.desk = arithmetic.reserve(WIDTH + this.names.length);
	}

	/** Takes in the vectors of a document's tokens; to be called before `score`. */
	read(vectors: Float32Array, count: number): void {
		const { arithmetic, linear, lower, places } = this;
		const width = linear.w.width;
		const wide = places * WIDTH * PIECES;
		const from = arithmetic.scratch(count * (width + WIDTH + wide));
		const small = from + count * width;
		const large = small + count * WIDTH;
		arithmetic.floats.set(vectors.subarray(0, count * width), from);
		arithmetic.multiply(from, width, count, linear.w.at, WIDTH, width, small);
		const { floats } = arithmetic;
		for (let i = 0; i < count * WIDTH; i++)
			floats[small + i]! += floats[linear.b.at + (i % WIDTH)]!;
		arithmetic.multiply(small, WIDTH, count, lower.w.at, wide, WIDTH, large);
		this.shares = new Float32Array((count + 1) * wide);
		this.shares.set(floats.subarray(large, large + count * wide));
		this.shares.set(floats.subarray(lower.pad.at, lower.pad.at + wide), count * wide);
	}

	/** Scores of all moves in a state that looks at `tokens`; −1 where there is none. Valid until the next call. */
	score(tokens: Int32Array): Float32Array {
		const { sum, desk, shares, places, upper } = this;
		const { floats } = this.arithmetic;
		const wide = WIDTH * PIECES;
		const nobody = shares.length / (places * wide) - 1;
		for (let j = 0; j < wide; j++) sum[j] = floats[this.lower.b.at + j]!;
		for (let place = 0; place < places; place++) {
			const token = tokens[place]! < 0 ? nobody : tokens[place]!;
			const at = (token * places + place) * wide;
			for (let j = 0; j < wide; j++) sum[j]! += shares[at + j]!;
		}
		for (let j = 0; j < WIDTH; j++) floats[desk + j] = Math.max(sum[2 * j]!, sum[2 * j + 1]!);
		const scores = desk + WIDTH;
		const count = this.names.length;
		this.arithmetic.multiply(desk, WIDTH, 1, upper.w.at, count, WIDTH, scores);
		for (let move = 0; move < count; move++) floats[scores + move]! += floats[upper.b.at + move]!;
		return floats.subarray(scores, scores + count);
	}
}

/** The best move among the valid ones and its probability among them; −1 where none is. */
export function bestMove(
	scores: Float32Array,
	valid: (move: number) => boolean
): { move: number; probability: number } {
	let move = -1;
	for (let i = 0; i < scores.length; i++)
		if (valid(i) && (move < 0 || scores[i]! > scores[move]!)) move = i;
	if (move < 0) return { move, probability: 0 };
	let sum = 0;
	for (let i = 0; i < scores.length; i++) if (valid(i)) sum += Math.exp(scores[i]! - scores[move]!);
	return { move, probability: 1 / sum };
}
