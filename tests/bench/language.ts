import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium } from 'playwright';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readPasted } from '$lib/article/pasted';
import { countWords } from '$lib/article/paragraphs';
import { extract } from '$lib/facts/extract/extract';
import { joinParsed } from '$lib/language/join';
import type { Parser } from '$lib/language/parse';
import { WEIGHTS } from '$lib/language/weights';
import { grindAll } from '$lib/questions/grind';
import { parserFromDisk } from '../../src/cli/language';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import { AppServer } from '../harness/app-server';
import { Build } from '../harness/build';
import { buildApp } from './build-app';
import { compared, median, type Benchmark } from './figure';
import { workerBytes } from './size';

const PORT = Number(process.env.BENCH_PORT ?? 4672);
const RUNS = 5;
/** Tokens a second of the trial that this parser replaces, at its best. */
const TRIAL = 1300;
/** Bytes, compressed, of all that the browser loads for language. */
const LOADED = 4_500_000;
/** Milliseconds from paste to the first question, on a device four times slower than this. */
const PATIENCE = 2000;
const SLOWER = 4;
/** Bytes of memory that a browser's tab on an old phone may take. */
const MEMORY = 1_000_000_000;

const deck = JSON.parse(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8')) as {
	article: { text: string };
};
const { text } = deck.article;

/** How fast articles are read, how much is loaded for it, how long a person waits, how much memory a book takes. */
export const language: Benchmark = async function* () {
	buildApp('.', 'dist-bench');
	const parser = await parserFromDisk();
	const article = readPasted(text);
	if (!parser.ok || !article.ok) throw new Error('The article can’t be read.');
	const parse = parser.value;
	const words = countWords(text);
	const lines = text.split('\n').filter(Boolean);

	const parts = lines.map((line) => ({ parsed: parse(line), start: text.indexOf(line) }));
	const tokens = parts.reduce((sum, { parsed }) => sum + parsed.tokens.length, 0);
	const parsing = time(() => lines.forEach((line) => parse(line)));
	yield compared('language parse', perSecond(tokens, parsing), 'tokens/s', TRIAL, Infinity);

	const wink = winkNLP(model);
	const tagging = time(() => lines.forEach((line) => wink.readDoc(line)));
	yield compared(
		'language parse against tagging',
		perSecond(words, parsing),
		'words/s',
		perSecond(words, tagging),
		Infinity
	);

	const facts = time(() => extract(joinParsed(text, parts)));
	yield compared(
		'language facts',
		perSecond(words, facts),
		'words/s',
		perSecond(words, parsing),
		Infinity
	);
	const all = time(() => grindAll(article.value, parse));
	yield compared(
		'language grind',
		perSecond(words, all),
		'words/s',
		perSecond(words, parsing),
		Infinity
	);

	yield compared('language size', WEIGHTS.bytes + workerBytes('dist-bench'), 'bytes', LOADED, 1);
	yield compared(
		'language first question',
		SLOWER * (await firstQuestion('loaded')),
		'ms',
		PATIENCE,
		1
	);
	yield compared(
		'language first question of a first visit',
		SLOWER * (await firstQuestion('absent')),
		'ms',
		PATIENCE,
		Infinity
	);
	yield compared('language memory', bookMemory(parse), 'bytes', MEMORY, 1);
};

const perSecond = (count: number, milliseconds: number): number =>
	Math.round((1000 * count) / milliseconds);

/** Median milliseconds of a few runs, after one to warm up. */
function time(run: () => unknown): number {
	run();
	return median(
		Array.from({ length: RUNS }, () => {
			const start = performance.now();
			run();
			return performance.now() - start;
		})
	);
}

/**
 * Milliseconds from the press of the button to the first question: pressed when the page says that the model is loaded,
 * or at once, so that it is fetched and loaded within them.
 */
async function firstQuestion(model: 'loaded' | 'absent'): Promise<number> {
	const app = new AppServer(PORT);
	await app.deploy(new Build(resolve('dist-bench')));
	const browser = await chromium.launch({
		executablePath: await chromiumPath(),
		args: CHROMIUM_ARGS
	});
	try {
		const times: number[] = [];
		for (let i = 0; i < RUNS; i++) {
			const page = await (await browser.newContext()).newPage();
			await page.goto(app.url('/new'));
			if (model === 'loaded')
				await page.getByText('The language model is on this device').waitFor();
			else await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
			await page.getByLabel('The text').fill(text);
			times.push(
				await page.evaluate(
					() =>
						new Promise<number>((resolve) => {
							const start = performance.now();
							new MutationObserver(() => {
								if (document.querySelector('ol.candidates li')) resolve(performance.now() - start);
							}).observe(document.body, { childList: true, subtree: true });
							document.querySelector<HTMLButtonElement>('form .button')?.click();
						})
				)
			);
			await page.context().close();
		}
		return median(times);
	} finally {
		await browser.close();
		await app.stop();
	}
}

/** Bytes of the whole process after a book of 100,000 words. */
function bookMemory(parse: Parser): number {
	const times = Math.ceil(100_000 / countWords(text));
	const book = readPasted(Array.from({ length: times }, () => text).join('\n\n'));
	if (!book.ok) throw new Error(book.error.message);
	const ground = grindAll(book.value, parse);
	if (!ground.ok) throw new Error(ground.error.message);
	return process.memoryUsage().rss;
}
