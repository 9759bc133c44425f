/** `npm run funnel -- FILE…`: numbers, names and dates of texts, how many come through to the questions, and where the others are lost. */
import { existsSync, readFileSync } from 'node:fs';
import { readPasted } from '$lib/article/pasted';
import { funnelOf, type Sort, type Stage } from '$lib/questions/funnel';
import { generate } from '$lib/questions/generate';
import { grindAll } from '$lib/questions/grind';
import { parserFromDisk } from './language';

function stop(message: string): never {
	console.error(message);
	process.exit(1);
}

const files = process.argv.slice(2);
const missing = files.find((file) => !existsSync(file));
if (!files.length) stop('Which texts? Say `npm run funnel -- FILE…`.');
if (missing) stop(`There is no file “${missing}”.`);
const parser = await parserFromDisk();
if (!parser.ok) stop(parser.error.message);

const sum: Record<Sort, Stage> = {
	number: { text: 0, fact: 0, key: 0, shown: 0, lost: {} },
	name: { text: 0, fact: 0, key: 0, shown: 0, lost: {} },
	date: { text: 0, fact: 0, key: 0, shown: 0, lost: {} }
};
let words = 0;
let questions = 0;
for (const file of files) {
	const article = readPasted(readFileSync(file, 'utf8'));
	if (!article.ok) stop(`${file}: ${article.error.message}`);
	const ground = grindAll(article.value, parser.value);
	if (!ground.ok) stop(`${file}: ${ground.error.message}`);
	const { deck, extracted, questions: shown } = ground.value;
	const funnel = funnelOf(extracted, generate(deck), shown);
	words += article.value.text.split(/\s+/).length;
	questions += shown.length;
	for (const [sort, stage] of Object.entries(funnel) as [Sort, Stage][]) {
		const total = sum[sort];
		for (const step of ['text', 'fact', 'key', 'shown'] as const) total[step] += stage[step];
		for (const [why, count] of Object.entries(stage.lost) as [keyof Stage['lost'], number][])
			total.lost[why] = (total.lost[why] ?? 0) + count;
	}
}
console.log(`${files.length} texts, ${words} words, ${questions} questions shown`);
for (const [sort, { text, fact, key, shown, lost }] of Object.entries(sum)) {
	const share = (count: number) => `${count} (${Math.round((100 * count) / Math.max(1, text))} %)`;
	console.log(
		`${sort}s: ${text} in the text → ${share(fact)} in a fact → ${share(key)} a key → ${share(shown)} shown`
	);
	const reasons = Object.entries(lost).toSorted((a, b) => b[1] - a[1]);
	for (const [why, count] of reasons) console.log(`    ${String(count).padStart(4)} ${why}`);
}
