import { readFileSync } from 'node:fs';
import { loadParser } from '$lib/language/load';
import type { Parser } from '$lib/language/parse';
import { WEIGHTS } from '$lib/language/weights';
import type { Result } from '$lib/result';

/** The parser with the weights that the app ships, or those of another file. */
export const parserFromDisk = (
	file: URL | string = new URL(`../../static${WEIGHTS.path}`, import.meta.url)
): Promise<Result<Parser>> => loadParser(new Uint8Array(readFileSync(file)));
