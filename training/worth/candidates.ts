/**
 * `npm run candidates -- gum-train.conllu.gz [FILE.txt…] FOLDER [--genres bio,news] [--count N]`: for each text a sheet for readers, with the article and candidate questions in an order that tells nothing, and the
 * same candidates as lines of JSON. Half are those that the app finds best, half are drawn by the hash of their ids;
 * none that `verdicts/` has already.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPasted } from '$lib/article/pasted';
import { generate } from '$lib/questions/generate';
import { grindAll } from '$lib/questions/grind';
import type { Question } from '$lib/questions/question';
import { weigh } from '$lib/questions/worth/worth';
import { hash } from '$lib/random';
import { parserFromDisk } from '../../src/cli/language';
import { textsOf } from './texts';
import { nameOf, readVerdicts } from './verdicts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		genres: { type: 'string', default: 'academic,bio,essay,news,textbook,voyage' },
		count: { type: 'string', default: '30' }
	}
});
const files = positionals.slice(0, -1);
const folder = positionals.at(-1);
if (!files.length || !folder)
	throw new Error('From where, to where? Say `npm run candidates -- gum-train.conllu.gz FOLDER`.');
const count = Number(values.count);
const genres = new Set(values.genres.split(','));
const loaded = await parserFromDisk();
if (!loaded.ok) throw new Error(loaded.error.message);
mkdirSync(folder, { recursive: true });
const judged = new Set(readVerdicts().map((one) => `${one.text} ${nameOf(one)}`));

for (const [text, written] of textsOf(files)) {
	if (text.startsWith('GUM_') && !genres.has(text.split('_')[1] ?? '')) continue;
	const article = readPasted(written);
	const ground = article.ok ? grindAll(article.value, loaded.value) : article;
	if (!ground.ok) continue;
	const { deck, extracted } = ground.value;
	const open = new Map<string, Question>();
	for (const { question } of weigh(extracted, generate(deck), deck.article.title, loaded.value)) {
		const name = `${text} ${nameOf(question)}`;
		// A choice shows its options as well: it stands for the typed question of the same words.
		if (!judged.has(name) && (!open.has(name) || question.kind === 'choice'))
			open.set(name, question);
	}
	const all = [...open.values()];
	const drawn = all
		.slice(Math.ceil(count / 2))
		.toSorted((a, b) => hash(a.id) - hash(b.id))
		.slice(0, Math.floor(count / 2));
	const chosen = [...all.slice(0, Math.ceil(count / 2)), ...drawn].toSorted(
		(a, b) => hash(`${a.id}:order`) - hash(`${b.id}:order`)
	);
	const lines = chosen.map(({ kind, stem, key, options }) => ({
		text,
		kind,
		stem,
		key,
		...(options.length && {
			wrong: options.flatMap((option) => (option.correct ? [] : [option.text]))
		})
	}));
	writeFileSync(
		join(folder, `${text}.jsonl`),
		lines.map((line) => JSON.stringify(line)).join('\n')
	);
	writeFileSync(join(folder, `${text}.txt`), sheet(written, chosen));
}

function sheet(written: string, questions: readonly Question[]): string {
	const items = questions.map((question, i) =>
		[
			`${i + 1}. (${question.kind}) ${question.stem}`,
			...(question.options.length
				? question.options.map(({ text, correct }) => `   ${correct ? '✓' : '·'} ${text}`)
				: [`   → ${[question.key].flat().join(' | ')}`]),
			...question.evidence.map(({ quote }) => `   “${quote}”`)
		].join('\n')
	);
	return `${written}\n\n=====\n\n${items.join('\n\n')}\n`;
}
