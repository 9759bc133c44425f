/** One judged thing: its features, whether it was accepted, and the text that it came from. */
export interface Sample {
	x: readonly number[];
	accepted: boolean;
	text: string;
}

/**
 * Weights of a logistic model with a quadratic penalty (not on the first, the bias), by Newton’s method.
 * The features must be finite; `penalty` is in units of one sample.
 */
export function fit(samples: readonly Sample[], penalty: number): number[] {
	const size = samples[0]!.x.length;
	let weights = new Array<number>(size).fill(0);
	for (let round = 0; round < 50; round++) {
		const gradient = weights.map((w, i) => (i ? -penalty * w : 0));
		const hessian = weights.map((_, i) =>
			Array.from({ length: size }, (_, j) => (i === j ? (i ? penalty : 1e-9) : 0))
		);
		for (const { x, accepted } of samples) {
			const p = chance(weights, x);
			for (let i = 0; i < size; i++) {
				if (!x[i]) continue;
				gradient[i]! += x[i]! * (Number(accepted) - p);
				for (let j = 0; j < size; j++) hessian[i]![j]! += x[i]! * x[j]! * p * (1 - p);
			}
		}
		const step = solve(hessian, gradient);
		weights = weights.map((w, i) => w + step[i]!);
		if (Math.max(...step.map(Math.abs)) < 1e-8) break;
	}
	return weights;
}

/** Estimated probability, from 0 to 1. */
export const chance = (weights: readonly number[], x: readonly number[]): number =>
	1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i]!, 0)));

/** Gauss’s elimination with pivots. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
	const rows = matrix.map((row, i) => [...row, right[i]!]);
	const size = rows.length;
	for (let at = 0; at < size; at++) {
		let best = at;
		for (let i = at + 1; i < size; i++)
			if (Math.abs(rows[i]![at]!) > Math.abs(rows[best]![at]!)) best = i;
		[rows[at], rows[best]] = [rows[best]!, rows[at]!];
		const pivot = rows[at]![at]! || 1e-12;
		for (let i = 0; i < size; i++) {
			if (i === at) continue;
			const factor = rows[i]![at]! / pivot;
			if (factor) for (let j = at; j <= size; j++) rows[i]![j]! -= factor * rows[at]![j]!;
		}
	}
	return rows.map((row, i) => row[size]! / (row[i]! || 1e-12));
}

/** The probability of each sample by a model that saw nothing of its text. */
export function crossValidated(
	samples: readonly Sample[],
	penalty: number,
	folds: number
): number[] {
	const texts = [...new Set(samples.map(({ text }) => text))].toSorted();
	const fold = new Map(texts.map((text, i) => [text, i % folds]));
	const models = Array.from({ length: folds }, (_, k) =>
		fit(
			samples.filter(({ text }) => fold.get(text) !== k),
			penalty
		)
	);
	return samples.map(({ x, text }) => chance(models[fold.get(text)!]!, x));
}
