/**
 * `npm run shown -- FILE… FOLDER`: for each text a sheet for readers, with the article and, below it, the questions that the
 * app would show and some that it holds to be less sure, in an order that tells nothing; and the same as a line of JSON.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPasted } from '$lib/article/pasted';
import { grindAll } from '$lib/questions/grind';
import { parserFromDisk } from '../../src/cli/language';
import { textsOf } from './texts';

const files = process.argv.slice(2, -1);
const folder = process.argv.at(-1);
if (!files.length || !folder)
	throw new Error('From where, to where? Say `npm run shown -- TEXT.txt FOLDER`.');
const loaded = await parserFromDisk();
if (!loaded.ok) throw new Error(loaded.error.message);
mkdirSync(folder, { recursive: true });

for (const [text, written] of textsOf(files)) {
	const article = readPasted(written);
	const ground = article.ok ? grindAll(article.value, loaded.value) : undefined;
	if (!ground?.ok) continue;
	// By id, which is a hash.
	const questions = [...ground.value.questions, ...ground.value.further]
		.map(({ id, kind, stem, key, probability }) => ({ text, id, kind, stem, key, probability }))
		.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	if (!questions.length) continue;
	const lines = questions.map(
		({ stem, key }, i) => `${i + 1}: ${stem}\n   → ${[key].flat().join(' / ')}`
	);
	writeFileSync(join(folder, `${text}.txt`), `${written}\n\n=====\n\n${lines.join('\n')}\n`);
	writeFileSync(
		join(folder, `${text}.jsonl`),
		questions.map((question) => JSON.stringify(question)).join('\n')
	);
}
