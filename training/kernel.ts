/** Assembles `src/lib/language/model/kernel.wat` into the module beside it: `npx tsx training/kernel.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const folder = new URL('../src/lib/language/model/', import.meta.url);
const source = readFileSync(new URL('kernel.wat', folder), 'utf8');
const { parseWat } = await wabt();
const { buffer } = parseWat('kernel.wat', source, { simd: true }).toBinary({});
writeFileSync(
	new URL('kernel.ts', folder),
	`/** \`kernel.wat\`, assembled by \`training/kernel.ts\`: base64 of a WebAssembly module. */
export const KERNEL =
	'${Buffer.from(buffer).toString('base64')}';
`
);
