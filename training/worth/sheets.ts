/**
 * `npm run sheets -- FILE… FOLDER [--genres bio,news]`: for each text a sheet for readers, with the article and, below it, the
 * sentences that the app would make gaps in, every gap lettered; and the same as a line of JSON a sentence.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPasted } from '$lib/article/pasted';
import { parserFromDisk } from '../../src/cli/language';
import { sentencesOf, type Sheet } from './sentences';
import { textsOf } from './texts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { genres: { type: 'string', default: 'academic,bio,essay,news,textbook,voyage' } }
});
const files = positionals.slice(0, -1);
const folder = positionals.at(-1);
if (!files.length || !folder)
	throw new Error('From where, to where? Say `npm run sheets -- gum-train.conllu.gz FOLDER`.');
const genres = new Set(values.genres.split(','));
const loaded = await parserFromDisk();
if (!loaded.ok) throw new Error(loaded.error.message);
mkdirSync(folder, { recursive: true });

for (const [text, written] of textsOf(files)) {
	if (text.startsWith('GUM_') && !genres.has(text.split('_')[1] ?? '')) continue;
	const article = readPasted(written);
	const sentences = article.ok ? sentencesOf(article.value, loaded.value) : [];
	if (!sentences.length) continue;
	writeFileSync(
		join(folder, `${text}.jsonl`),
		sentences.map((one) => JSON.stringify({ text, ...one })).join('\n')
	);
	writeFileSync(join(folder, `${text}.txt`), `${written}\n\n=====\n\n${sheet(sentences)}\n`);
}

function sheet(sentences: readonly Sheet[]): string {
	return sentences
		.map(({ sentence, before, gaps }, i) => {
			const at = sentences.findIndex((other) => other.sentence === before);
			const after =
				before === undefined ? '' : at < 0 ? ` (after: ${before})` : ` (after ${at + 1})`;
			let marked = '';
			let from = 0;
			gaps.forEach(({ start, end }, at) => {
				marked += `${sentence.slice(from, start)}⟨${LETTERS[at] ?? '?'} ${sentence.slice(start, end)}⟩`;
				from = end;
			});
			return `${i + 1}${after}: ${marked}${sentence.slice(from)}`;
		})
		.join('\n');
}
