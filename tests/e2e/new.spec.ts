import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parserFromDisk } from '../../src/cli/language';
import { WEIGHTS } from '$lib/language/weights';
import { readPasted } from '$lib/article/pasted';
import { acceptOnly } from '$lib/questions/accept';
import { grindAll } from '$lib/questions/grind';
import { objections } from './axe';
import { alive, expect, stored, test } from './fixtures';

const article = async (): Promise<string> => {
	const deck = await readFile('questions/pakistan-azerbaijan/deck.json', 'utf8');
	return (JSON.parse(deck) as { article: { text: string } }).article.text;
};

const grindIt = async (page: Page, text: string) => {
	await page.getByLabel('The text').fill(text);
	await page.getByRole('button', { name: 'Grind it' }).click();
};
const questions = (page: Page) => page.getByRole('checkbox');

test('a pasted article becomes questions, what is unticked is left out, and the rest is a quiz', async ({
	page
}) => {
	await page.goto('/new');
	await alive(page);
	await expect(page.getByText('this works without a network')).toBeVisible();
	await grindIt(page, await article());
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	const sure = await page.getByRole('checkbox', { checked: true }).count();
	expect(sure).toBeGreaterThanOrEqual(2);
	await expect(page.getByText(/^1\. /)).toBeVisible();
	await questions(page).first().uncheck();
	await expect(page.getByRole('button', { name: /^Keep .* as a deck$/ })).toBeVisible();
	await page.getByRole('button', { name: /^Keep .* as a deck$/ }).click();
	await expect(page).toHaveURL(/\/quiz\/pakistan-azerbaijan-military-ties/);
	await page.getByRole('button', { name: 'Start' }).click();
	await expect(page.getByText(/Question 1 of/)).toBeVisible();
});

test('what the engine is less sure of waits below, unticked, and is kept when it is ticked', async ({
	page
}) => {
	await page.goto('/new');
	await alive(page);
	await grindIt(page, await article());
	await expect(page.getByRole('heading', { name: 'Less sure' })).toBeVisible();
	const open = page.getByRole('checkbox', { checked: false });
	expect(await open.count()).toBeGreaterThan(0);
	const sure = await page.getByRole('checkbox', { checked: true }).count();
	await open.first().check();
	await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(sure + 1);
	await page.getByRole('button', { name: /^Keep .* as a deck$/ }).click();
	await expect(page).toHaveURL(/\/quiz\/pakistan-azerbaijan/);
});

/** More texts to compare: a folder of them, each `*.txt`. */
const more = process.env.QUERN_TEXTS;
const texts: [name: string, text: () => Promise<string>][] = [
	['the article that the app ships with', article],
	...(more ? readdirSync(more).filter((name) => name.endsWith('.txt')) : []).map(
		(name): [string, () => Promise<string>] => [name, () => readFile(join(more!, name), 'utf8')]
	)
];

for (const [name, text] of texts)
	test(`the browser finds the same facts and questions as the command line, word for word: ${name}`, async ({
		page
	}) => {
		await page.goto('/new');
		await alive(page);
		const parser = await parserFromDisk();
		const read = readPasted(await text());
		if (!parser.ok || !read.ok) throw new Error('The article was not read.');
		const ground = grindAll(read.value, parser.value, { seed: '1', top: 40 });
		if (!ground.ok) throw new Error(ground.error.message);
		const { deck, questions: sure, further } = ground.value;
		await grindIt(page, await text());
		// Where none is sure, the first of the others is ticked.
		const accepted = sure.length ? sure : further.slice(0, 1);
		if (!accepted.length) {
			await expect(page.getByText(/ found, and no questions? good enough to ask/)).toBeVisible();
			await expect(questions(page)).toHaveCount(0);
			return;
		}
		if (!sure.length) await questions(page).first().check();
		await page.getByRole('button', { name: /^Keep .* as a deck$/ }).click();
		await expect(page).toHaveURL(/\/quiz\//);
		const kept = await page.evaluate(async () => {
			const open = indexedDB.open('quern');
			await new Promise((resolve) => (open.onsuccess = resolve));
			const all = open.result.transaction('decks').objectStore('decks').getAll();
			await new Promise((resolve) => (all.onsuccess = resolve));
			return (all.result as { file: { slug: string } }[]).map(({ file }) => file);
		});
		const own = acceptOnly(deck, accepted);
		expect(kept).toEqual([{ format: 'quern-deck', version: 1, ...own, slug: kept[0]?.slug }]);
	});

test('once the language model is here, articles are ground with the server gone', async ({
	page,
	app
}) => {
	await page.goto('/new');
	await stored(page);
	await grindIt(page, await article());
	await expect(questions(page).first()).toBeVisible();
	await app.stop();
	await page.reload();
	await expect(page.getByText('this works without a network')).toBeVisible();
	await grindIt(page, await article());
	await expect(questions(page).first()).toBeVisible();
});

test('without the language model the page says what is missing, and quizzes go on', async ({
	page,
	app,
	watch
}) => {
	watch.allow(/Failed to load resource|net::ERR/);
	await page.route('**/weights/*', (route) => route.abort());
	await page.goto('/new');
	await stored(page);
	await app.stop();
	await grindIt(page, await article());
	await expect(page.getByRole('alert')).toContainText('can’t be fetched without a network');
	await expect(page.getByLabel('The text')).toHaveValue(/Pakistan/);
	await page.goto('/quiz/pakistan-azerbaijan');
	await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
});

test('a language model that arrives damaged is refused, and fetched again the next time', async ({
	page
}) => {
	await page.route('**/weights/*', (route) =>
		route.fulfill({ body: Buffer.alloc(WEIGHTS.bytes, 7), contentType: 'application/octet-stream' })
	);
	await page.goto('/new');
	await alive(page);
	await grindIt(page, await article());
	await expect(page.getByRole('alert')).toContainText('damaged');
	await page.unroute('**/weights/*');
	await page.getByRole('button', { name: 'Grind it' }).click();
	await expect(questions(page).first()).toBeVisible();
});

test('nothing, another language and a file that is no text are each answered with a sentence', async ({
	page
}) => {
	await page.goto('/new');
	await alive(page);
	await page.getByRole('button', { name: 'Grind it' }).click();
	await expect(page.getByRole('alert')).toContainText('There is no text here');
	await grindIt(page, 'Die Stadt liegt an der Donau und ist die größte des Landes. '.repeat(8));
	await expect(page.getByRole('alert')).toContainText('This looks like German');
	await page.getByLabel('Open a text file').setInputFiles({
		name: 'photo.jpg',
		mimeType: 'image/jpeg',
		buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x80])
	});
	await expect(page.getByRole('alert')).toContainText('“photo.jpg” is no plain text');
});

test('a book of 100,000 words leaves the page alive, and can be stopped', async ({ page }) => {
	await page.goto('/new');
	await alive(page);
	const text = await article();
	await grindIt(page, Array.from({ length: 160 }, () => text).join('\n\n'));
	await expect(page.getByText(/sentences read/)).toBeVisible();
	const frames = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let count = 0;
				const end = performance.now() + 1000;
				const step = () => {
					count++;
					if (performance.now() < end) requestAnimationFrame(step);
					else resolve(count);
				};
				requestAnimationFrame(step);
			})
	);
	// A page that waits for the work has one frame or two in this second.
	expect(frames).toBeGreaterThan(5);
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(page.getByLabel('The text')).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(() => {
		test.use({ colorScheme });
		test(`${colorScheme}, axe objects to nothing in the questions to look through`, async ({
			page
		}) => {
			await page.goto('/new');
			await alive(page);
			await grindIt(page, await article());
			await expect(questions(page).first()).toBeVisible();
			for (const width of [360, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				expect(await objections(page), `at ${width} px`).toEqual([]);
			}
		});
	});

test('the keyboard alone leads from the text to the quiz', async ({ page }) => {
	await page.goto('/new');
	await alive(page);
	await page.getByLabel('The text').focus();
	await page.keyboard.insertText(await article());
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expect(questions(page).first()).not.toBeChecked();
	await page.keyboard.press('Shift+Tab');
	await page.getByRole('button', { name: /^Keep/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/quiz\//);
});
