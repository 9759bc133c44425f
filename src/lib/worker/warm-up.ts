import type { Parser } from '$lib/language/parse';
import { readPasted } from '$lib/article/pasted';
import { grind } from '$lib/questions/grind';

/** A little of everything that articles have. */
const SAMPLE = `Anna Berg

Anna Berg (born 4 May 1921) was a painter who lived in Norway. She studied at the University of Copenhagen from 1940 to 1943, and moved to Sweden in 1952. Her pictures were shown in Paris, London and Berlin; about 200 of them, which cost $4.5 million, were sold to the Museum of Bergen in Germany. Otto Keller, the president of the society, said: “She has painted what nobody had seen before her time.” According to the BBC, 45 % of the visitors came from France, Italy and Spain in 1975.

The harbour of Bergen, a city in Norway, was rebuilt by the Bergen Company after the fire of 1916. It isn't the largest, but in 2010 the United States and Japan bought 130 ships there.`;
/** Readings after which most of the engine is compiled. */
const ROUNDS = 3;

/**
 * Reads a little text while the person still looks for theirs: an engine compiles what has run a few times, and the first
 * article would pay for it. It stops where an article waits.
 */
export async function warmUp(
	parse: Parser,
	pause: () => Promise<unknown>,
	isAwaited: () => boolean
): Promise<void> {
	const sample = readPasted(SAMPLE);
	if (!sample.ok) return;
	for (let round = 0; round < ROUNDS; round++)
		for (const steps = grind(sample.value, parse); ;) {
			if (isAwaited()) return;
			if (steps.next().done) break;
			await pause();
		}
}
