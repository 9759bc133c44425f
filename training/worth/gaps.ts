/**
 * `npm run gaps -- FILE… OUT`: makes the gaps of the labelled texts again and writes, for `fit.py`, what the model of
 * gaps is fitted on: `OUT.bin`, a row of 32-bit floats a gap, and `OUT.jsonl`, its text, form and labels.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPasted } from '$lib/article/pasted';
import { generate } from '$lib/questions/generate';
import { grindAll } from '$lib/questions/grind';
import { gaps } from '$lib/questions/worth/worth';
import { BLANK, isAfter, shownOf } from '$lib/questions/wording/blank';
import { parserFromDisk } from '../../src/cli/language';
import type { Label } from './sentences';
import { textsOf } from './texts';

const files = process.argv.slice(2, -1);
const out = process.argv.at(-1);
if (!files.length || !out)
	throw new Error('From where, to where? Say `npm run gaps -- gum-train.conllu.gz OUT`.');
const loaded = await parserFromDisk();
if (!loaded.ok) throw new Error(loaded.error.message);
const parse = loaded.value;
const packed = readFileSync(new URL('./labels.jsonl.gz', import.meta.url));
const labels = new Map<string, Map<string, Label>>();
for (const line of gunzipSync(packed).toString('utf8').trim().split('\n')) {
	const label = JSON.parse(line) as Label;
	const own = labels.get(label.text) ?? new Map<string, Label>();
	labels.set(label.text, own.set(label.sentence, label));
}
const rows = openSync(`${out}.bin`, 'w');
const lines = openSync(`${out}.jsonl`, 'w');

for (const [text, written] of textsOf(files)) {
	const own = labels.get(text);
	const article = own && readPasted(written);
	if (!article?.ok) continue;
	const ground = grindAll(article.value, parse, { top: 0 });
	if (!ground.ok) continue;
	const { deck, extracted } = ground.value;
	for (const { question, fact, numbers } of gaps(
		extracted,
		generate(deck),
		deck.article.title,
		parse
	)) {
		const after = isAfter(fact.passage, question.stem);
		const label = own!.get(fact.sentence ?? fact.passage?.sentence ?? '');
		if (!label) continue;
		const [before = '', behind = ''] = shownOf(fact.passage, question.stem)
			.replace(/_ \([\p{L} ]+\)/u, '_')
			.split(BLANK);
		const whole = after ? fact.passage!.sentence : fact.sentence!;
		const key = whole.slice(before.length, whole.length - behind.length);
		const good = label.good.includes(key) || label.best.includes(key);
		if (!good && !label.bad.includes(key)) continue;
		// The sentence before has to stand alone itself.
		const led = !after || (own!.get(fact.passage!.before)?.code ?? '0') === '0';
		const stands = after ? /[01]/.test(label.code) && led : label.code === '0';
		writeSync(rows, new Uint8Array(new Float32Array(numbers).buffer));
		writeSync(
			lines,
			`${JSON.stringify({ text, after, key, stem: question.stem, accept: good && stands })}\n`
		);
	}
}
closeSync(rows);
closeSync(lines);
