/**
 * `npm run gaps -- FILE… OUT`: makes the gaps of the labelled texts again and writes, for `reader.py`, what the model of
 * gaps is fitted on: `OUT.seen.jsonl`, the sentences as the reader sees them, a line each; `OUT.jsonl`, a line a gap with
 * its sentence, its place in it and its label; `OUT.bin`, what else is told of it, a row of 32-bit floats a gap. Of texts
 * without labels it writes the sentences alone.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPasted } from '$lib/article/pasted';
import { paragraphs } from '$lib/article/paragraphs';
import type { Article } from '$lib/article/article';
import type { Deck } from '$lib/facts/deck';
import { Doc } from '$lib/facts/extract/doc';
import { extract } from '$lib/facts/extract/extract';
import { joinParsed } from '$lib/language/join';
import type { Parsed } from '$lib/language/parsed';
import { generate } from '$lib/questions/generate';
import { gaps } from '$lib/questions/worth/worth';
import { gapIn, sightIn, type Showing, type Sight } from '$lib/questions/worth/reading';
import { BLANK, shownOf } from '$lib/questions/wording/blank';
import { parserFromDisk } from '../../src/cli/language';
import type { Label } from './sentences';
import { textsOf } from './texts';

/** Words of a sentence without labels that is worth reading. */
const WHOLE = { least: 6, most: 60 };

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
const sentences = openSync(`${out}.seen.jsonl`, 'w');
let count = 0;

for (const [text, written] of textsOf(files)) {
	const article = readPasted(written);
	if (!article.ok) continue;
	const own = labels.get(text);
	if (own) writeGaps(text, article.value, own);
	else writeSentences(text, article.value);
}
for (const file of [rows, lines, sentences]) closeSync(file);

/** Writes a sentence as it is shown, and gives its place in the file. */
function writeSeen(text: string, doc: Doc, showing: Showing, sight: Sight, code?: string): number {
	const { seen, own } = sight;
	const before = showing.after
		? doc.sentences[doc.sentences.indexOf(showing.sentence) - 1]
		: undefined;
	const led = seen.filter(({ part }) => part === 1).length;
	const shown = [...(before ? doc.range(before).slice(-led) : []), ...own];
	const titles = seen.filter(({ part }) => part === 0).map(({ word }) => word);
	const texts = [...titles, ...shown.map((i) => doc.at(i).text)];
	const line = { text, after: showing.after, code, texts, seen };
	writeSync(sentences, `${JSON.stringify(line)}\n`);
	return count++;
}

function writeGaps(text: string, article: Article, own: ReadonlyMap<string, Label>): void {
	const extracted = extract(parsedOf(article), article.title);
	const { doc, entities, facts } = extracted;
	const deck: Deck = { slug: text, article, reviewed: false, entities, facts };
	const sightOf = sightIn(doc, article.title);
	const written = new Map<string, number>();
	for (const { question, fact, gap } of gaps(extracted, generate(deck), article.title, parse)) {
		const { showing, slot, told } = gap;
		const { shown, after } = showing;
		const label = own.get(shown);
		if (!label) continue;
		const [before = '', behind = ''] = shownOf(fact.passage, question.stem)
			.replace(/_ \([\p{L} ]+\)/u, '_')
			.split(BLANK);
		const key = shown.slice(before.length, shown.length - behind.length);
		const good = label.good.includes(key) || label.best.includes(key);
		if (!good && !label.bad.includes(key)) continue;
		// The sentence before has to stand alone itself.
		const led = !after || (own.get(fact.passage!.before)?.code ?? '0') === '0';
		const stands = after ? /[01]/.test(label.code) && led : label.code === '0';
		const sight = sightOf(showing);
		const name = `${after} ${shown}`;
		const sentence = written.get(name) ?? writeSeen(text, doc, showing, sight, label.code);
		written.set(name, sentence);
		const line = {
			text,
			after,
			sentence,
			key,
			stem: question.stem,
			gap: gapIn(doc, sight, slot),
			good: good && label.code !== 'x',
			accept: good && stands
		};
		writeSync(rows, new Uint8Array(new Float32Array(told).buffer));
		writeSync(lines, `${JSON.stringify(line)}\n`);
	}
}

function parsedOf(article: Article): Parsed {
	const parts = paragraphs(article).map(({ text, start }) => ({ parsed: parse(text), start }));
	return joinParsed(article.text, parts);
}

/** Every sentence, every third after the one before it. */
function writeSentences(text: string, article: Article): void {
	const doc = new Doc(parsedOf(article));
	const sightOf = sightIn(doc, article.title);
	doc.sentences.forEach((sentence, i) => {
		const { length } = doc.range(sentence);
		if (length < WHOLE.least || length > WHOLE.most) return;
		const showing = { sentence, shown: doc.words(sentence), after: i % 3 === 2 };
		writeSeen(text, doc, showing, sightOf(showing));
	});
}
