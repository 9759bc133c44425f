/** `npm run quality`: what readers said of the shipped questions, a line of JSON a deck. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readVerdicts, summarise } from './verdicts';

for (const file of readdirSync(join(import.meta.dirname, 'verdicts')).sort()) {
	const deck = file.replace(/\.jsonl$/, '');
	console.log(JSON.stringify({ deck, ...summarise(readVerdicts(deck)) }));
}
