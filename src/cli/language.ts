import { readFileSync } from 'node:fs';
import { loadParser } from '$lib/language/load';
import type { Parser } from '$lib/language/parse';
import manifest from '$lib/language/weights.json';
import type { Result } from '$lib/result';

/** The parser with the weights that the app ships, or those of another file. */
export const parserFromDisk = (
	file: URL | string = new URL(`../../static${manifest.path}`, import.meta.url)
): Promise<Result<Parser>> => loadParser(new Uint8Array(readFileSync(file)));
