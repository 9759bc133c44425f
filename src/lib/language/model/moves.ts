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
	/** Room for the sum of what the tokens add, then for the hidden layer, then for the scores. */
	private readonly desk: number;
	/** Address of what each token adds for each place in the state, and last the padding. */
	private shares = 0;
	private count = 0;
	private readonly kinds = new Map<string, readonly number[]>();

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
		this.desk = arithmetic.reserve(WIDTH * PIECES + WIDTH + this.names.length);
	}

	/** Takes in the vectors of a document's tokens, into what the arithmetic's `scratch` gives; before any `score`. */
	read(vectors: Float32Array, count: number): void {
		const { arithmetic, linear, lower, places } = this;
		const width = linear.w.width;
		const wide = places * WIDTH * PIECES;
		const from = arithmetic.scratch(count * (width + WIDTH) + (count + 1) * wide);
		const small = from + count * width;
		this.shares = small + count * WIDTH;
		this.count = count;
		const { floats } = arithmetic;
		floats.set(vectors, from);
		arithmetic.multiply(from, width, count, linear.w.at, WIDTH, width, small);
		for (let i = 0; i < count; i++) arithmetic.add(linear.b.at, small + i * WIDTH, WIDTH);
		arithmetic.multiply(small, WIDTH, count, lower.w.at, wide, WIDTH, this.shares);
		floats.copyWithin(this.shares + count * wide, lower.pad.at, lower.pad.at + wide);
	}

	/** The moves that are possible in a kind of state; asked once a kind. */
	possible(kind: string, allows: (name: string) => boolean): readonly number[] {
		let moves = this.kinds.get(kind);
		if (!moves) {
			moves = this.names.flatMap((name, move) => (allows(name) ? [move] : []));
			this.kinds.set(kind, moves);
		}
		return moves;
	}

	/** Scores of all moves in a state that looks at `tokens`; −1 where there is none. Valid until the next call. */
	score(tokens: Int32Array): Float32Array {
		const { arithmetic, desk, shares, places, upper, lower, count, names } = this;
		const { floats } = arithmetic;
		const wide = WIDTH * PIECES;
		floats.copyWithin(desk, lower.b.at, lower.b.at + wide);
		for (let place = 0; place < places; place++) {
			const token = tokens[place]! < 0 ? count : tokens[place]!;
			arithmetic.add(shares + (token * places + place) * wide, desk, wide);
		}
		const hidden = desk + wide;
		for (let j = 0; j < WIDTH; j++)
			floats[hidden + j] = Math.max(floats[desk + 2 * j]!, floats[desk + 2 * j + 1]!);
		const scores = hidden + WIDTH;
		arithmetic.multiply(hidden, WIDTH, 1, upper.w.at, names.length, WIDTH, scores);
		for (let move = 0; move < names.length; move++)
			floats[scores + move]! += floats[upper.b.at + move]!;
		return floats.subarray(scores, scores + names.length);
	}
}

/** The best of the moves that are possible, −1 where none is. */
export function bestMove(scores: Float32Array, possible: readonly number[]): number {
	let best = -1;
	for (const move of possible) if (best < 0 || scores[move]! > scores[best]!) best = move;
	return best;
}

/** The probability of a move among those that are possible. */
export function probabilityOf(
	move: number,
	scores: Float32Array,
	possible: readonly number[]
): number {
	let sum = 0;
	for (const other of possible) sum += Math.exp(scores[other]! - scores[move]!);
	return 1 / sum;
}
