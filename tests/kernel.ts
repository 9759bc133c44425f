/** Assembles the parser's arithmetic: `npm run kernel` after a change of `kernel.wat`. */
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const folder = new URL('../src/lib/language/model/', import.meta.url);

/** Base64 of the WebAssembly module that `kernel.wat` describes. */
export async function assemble(): Promise<string> {
	const source = readFileSync(new URL('kernel.wat', folder), 'utf8');
	const toolkit = await wabt();
	const { buffer } = toolkit.parseWat('kernel.wat', source, { simd: true }).toBinary({});
	return Buffer.from(buffer).toString('base64');
}

if (process.argv[1] === import.meta.filename)
	writeFileSync(
		new URL('kernel.ts', folder),
		`/** \`kernel.wat\`, assembled by \`npm run kernel\`: base64 of a WebAssembly module. */
export const KERNEL =
	'${await assemble()}';
`
	);
