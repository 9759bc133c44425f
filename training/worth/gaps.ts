/**
 * `npm run gaps -- FILE… OUT`: makes the gaps of the labelled texts again and writes, for `reader.py` and `judge.py`, what
 * the model of gaps is fitted on: `OUT.seen.jsonl`, the sentences as the reader sees them, a line each; `OUT.jsonl`, a line
 * a gap with its sentence, its place in it, its label and what was said of it as it is shown; `OUT.bin`, what it is judged
 * by, a row of 32-bit floats a gap. Of texts without labels it writes the sentences alone.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPasted } from '$lib/article/pasted';
import { paragraphs } from '$lib/article/paragraphs';
import type { Article } from '$lib/article/article';
import type { Deck } from '$lib/facts/deck';
import type { Fact } from '$lib/facts/fact';
import { Doc } from '$lib/facts/extract/doc';
import { extract } from '$lib/facts/extract/extract';
import { joinParsed } from '$lib/language/join';
import type { Parsed } from '$lib/language/parsed';
import { generate } from '$lib/questions/generate';
import type { Question } from '$lib/questions/question';
import { gaps } from '$lib/questions/worth/worth';
import { gapIn, readingIn, sightIn, type Showing, type Sight } from '$lib/questions/worth/reading';
import { BLANK, shownOf, withoutHint } from '$lib/questions/wording/blank';
import { parserFromDisk } from '../../src/cli/language';
import type { Label } from './sentences';
import { textsOf } from './texts';
import { nameOf, readShown, type Shown } from './verdicts';

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
const shown = readShown();
const rows = openSync(`${out}.bin`, 'w');
const lines = openSync(`${out}.jsonl`, 'w');
const sentences = openSync(`${out}.seen.jsonl`, 'w');
let count = 0;

for (const [text, written] of textsOf(files)) {
	const article = readPasted(written);
	if (!article.ok) continue;
	const own = labels.get(text) ?? new Map<string, Label>();
	if (own.size || shown.has(text)) writeGaps(text, article.value, own);
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
	const read = readingIn(doc, article.title, parse);
	const written = new Map<string, number>();
	for (const { question, fact, gap } of gaps(extracted, generate(deck), article.title, parse)) {
		const { showing, slot, told } = gap;
		const label = own.get(showing.shown);
		const good = label && isGood(label, fact, question.stem);
		const verdicts = shown.get(text)?.get(nameOf(question))?.filter(stillHolds(question));
		if (good === undefined && !verdicts?.length) continue;
		const sight = sightOf(showing);
		const name = `${showing.after} ${showing.shown}`;
		const sentence = written.get(name) ?? writeSeen(text, doc, showing, sight, label?.code);
		written.set(name, sentence);
		const line = {
			text,
			after: showing.after,
			sentence,
			stem: question.stem,
			gap: gapIn(doc, sight, slot),
			...(label &&
				good !== undefined && {
					good: good && label.code !== 'x',
					accept:
						good &&
						(showing.after ? standsAfter(label, own.get(fact.passage!.before)) : label.code === '0')
				}),
			...(verdicts?.length && { verdicts: verdicts.map(({ accept, reader }) => [accept, reader]) })
		};
		writeSync(rows, new Uint8Array(new Float32Array([...read(showing, slot), ...told]).buffer));
		writeSync(lines, `${JSON.stringify(line)}\n`);
	}
}

/** Whether a verdict holds: that another answer fits was said before the first letter was told. */
function stillHolds({ stem }: Question): (verdict: Shown) => boolean {
	return ({ accept, fails }) =>
		accept || fails.join() !== '4' || !/_ \((?:starts|words starting) with /.test(stem);
}

/** Whether a labeller found a gap good in its sentence; `undefined`: he did not see it. */
function isGood(label: Label, { passage }: Fact, stem: string): boolean | undefined {
	const { sentence } = label;
	const [before = '', behind = ''] = withoutHint(shownOf(passage, stem)).split(BLANK);
	const key = sentence.slice(before.length, sentence.length - behind.length);
	if (label.good.includes(key) || label.best.includes(key)) return true;
	return label.bad.includes(key) ? false : undefined;
}

/** Whether a sentence stands after the one before it, which has to stand alone itself. */
function standsAfter({ code }: Label, before: Label | undefined): boolean {
	return /[01]/.test(code) && (before?.code ?? '0') === '0';
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
