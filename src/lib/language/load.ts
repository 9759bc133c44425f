import { createArithmetic } from './model/arithmetic';
import { damaged, readWeights } from './model/weights';
import { createParser, type Parser } from './parse';
import type { Result } from '$lib/result';

/** The parser from the packed weights (gzip), as they are shipped. */
export async function loadParser(packed: Uint8Array<ArrayBuffer>): Promise<Result<Parser>> {
	let file: ArrayBuffer;
	try {
		const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
		file = await new Response(stream).arrayBuffer();
	} catch {
		return damaged;
	}
	const arithmetic = createArithmetic();
	const weights = readWeights(file, arithmetic);
	return weights.ok ? { ok: true, value: createParser(arithmetic, weights.value) } : weights;
}
