import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPasted } from '$lib/article/pasted';
import { grindAll } from '$lib/questions/grind';
import { parserFromDisk } from '../../src/cli/language';
import type { Journey } from './driver';

/** An article that nobody prepared becomes the same questions in every engine as on the command line, offline too. */
export const grinding: Journey = async (driver, step) => {
	const deck = JSON.parse(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8')) as {
		article: { text: string };
	};
	const { text } = deck.article;
	const parser = await parserFromDisk();
	const article = readPasted(text);
	const ground = parser.ok && article.ok && grindAll(article.value, parser.value, { top: 40 });
	if (!ground || !ground.ok) throw new Error('The article can’t be ground here.');
	const expected = [...ground.value.questions, ...ground.value.further].map(({ stem }) => stem);

	const stems = async () => {
		await driver.evaluate((pasted: string) => {
			const field = document.querySelector('textarea');
			if (!field) throw new Error('There is no text field.');
			field.value = pasted;
			field.dispatchEvent(new Event('input', { bubbles: true }));
			document.querySelector<HTMLButtonElement>('form .button')?.click();
		}, text);
		await driver.until(() => document.querySelectorAll('.candidates .stem').length > 0);
		return driver.evaluate(() =>
			[...document.querySelectorAll('.candidates .stem')].map((stem) =>
				(stem.textContent ?? '').replace(/^\s*\d+\.\s*/, '').trim()
			)
		);
	};

	await step('the language model is fetched and kept', async () => {
		await driver.goto('/new');
		await driver.until(() => navigator.serviceWorker.controller?.state === 'activated');
		await driver.until(() => document.body.textContent?.includes('this works without a network'));
	});

	await step('a pasted article becomes the questions that the command line finds', async () => {
		ok(expected.length >= 5);
		// A gap is read as a word on the page.
		const shown = (await stems()).map((stem) => stem.replace('(blank)', '_____'));
		deepEqual(shown, expected);
	});

	await step('without a server, after kill -9, the same again', async () => {
		await driver.stopServer();
		await driver.kill();
		await driver.restart();
		await driver.goto('/new');
		await driver.until(() => document.body.textContent?.includes('this works without a network'));
		const shown = (await stems()).map((stem) => stem.replace('(blank)', '_____'));
		deepEqual(shown, expected);
	});
};
