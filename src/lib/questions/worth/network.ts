import type { Parser } from '$lib/language/parse';

/** Networks whose estimates are averaged. */
const NETWORKS = 3;
/** Standard deviations beyond which a number tells no more. */
const FARTHEST = 4;

/** Probability, from 0 to 1, that a strict reader accepts the gap that `numbers` tell of. */
export type Judge = (numbers: ArrayLike<number>) => number;

/**
 * The model of gaps, from the numbers that come with the parser: networks with one hidden layer, their mean calibrated;
 * fitted on readers' labels, see `training/`.
 */
export function judgeFrom({ numbers }: Pick<Parser, 'numbers'>): Judge {
	const mean = numbers('gaps/mean');
	const scale = numbers('gaps/scale');
	const calibration = numbers('gaps/calibration');
	const networks = Array.from({ length: NETWORKS }, (_, i) => ({
		w: numbers(`gaps/${i}/W`),
		b: numbers(`gaps/${i}/b`),
		out: numbers(`gaps/${i}/out`)
	}));
	const width = mean.length;
	const x = new Float32Array(width);
	return (given) => {
		if (given.length !== width) throw new Error(`${given.length} numbers, ${width} expected.`);
		for (let i = 0; i < width; i++)
			x[i] = Math.max(-FARTHEST, Math.min(FARTHEST, (given[i]! - mean[i]!) * scale[i]!));
		let sum = 0;
		for (const { w, b, out } of networks) {
			const size = b.length;
			let logit = out[size]!;
			for (let h = 0; h < size; h++) {
				const a = b[h]! + product(w, h * width, x);
				if (a > 0) logit += a * out[h]!;
			}
			sum += logit / NETWORKS;
		}
		return 1 / (1 + Math.exp(-(calibration[0]! + calibration[1]! * sum)));
	};
}

/** The sum of products of `x` with as many numbers of `w` from a place on; four sums at once keep the processor busy. */
function product(w: Float32Array, from: number, x: Float32Array): number {
	let [a, b, c, d] = [0, 0, 0, 0];
	const last = x.length - 3;
	let i = 0;
	for (; i < last; i += 4) {
		const at = from + i;
		a += w[at]! * x[i]!;
		b += w[at + 1]! * x[i + 1]!;
		c += w[at + 2]! * x[i + 2]!;
		d += w[at + 3]! * x[i + 3]!;
	}
	for (; i < x.length; i++) a += w[from + i]! * x[i]!;
	return a + b + c + d;
}
