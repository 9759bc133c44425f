import type { Arithmetic } from './arithmetic';
import type { Weights } from './weights';

/** The likeliest Penn tag of every token. */
export function findTags(
	arithmetic: Arithmetic,
	weights: Weights,
	vectors: Float32Array,
	count: number
): string[] {
	const w = weights.tensor('tagger/W');
	const b = weights.tensor('tagger/b');
	const from = arithmetic.scratch(count * (w.width + w.rows));
	const to = from + count * w.width;
	arithmetic.floats.set(vectors.subarray(0, count * w.width), from);
	arithmetic.multiply(from, w.width, count, w.at, w.rows, w.width, to);
	const { floats } = arithmetic;
	return Array.from({ length: count }, (_, i) => {
		let best = 0;
		let most = -Infinity;
		for (let tag = 0; tag < w.rows; tag++) {
			const score = floats[to + i * w.rows + tag]! + floats[b.at + tag]!;
			if (score <= most) continue;
			best = tag;
			most = score;
		}
		return weights.header.tags[best]!;
	});
}
