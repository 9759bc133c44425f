import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Question } from '$lib/questions/question';
import { BLANK } from '$lib/questions/wording/blank';
import { ALL, DECK, main, paper, wall } from './class-page';
import { objections } from './axe';
import { expect, stored, test } from './fixtures';

const PROJECTORS = [
	{ width: 1024, height: 768 },
	{ width: 1280, height: 720 },
	{ width: 1920, height: 1080 }
];

const stem = (page: Page) => page.getByRole('heading', { level: 1 });
const count = (page: Page, n: number, of: number) =>
	page.getByText(`Question ${n} of ${of}`, { exact: true });
const said = (page: Page) => page.getByRole('status');
const worded = (question: Question | undefined) => (question?.stem ?? '').replace(BLANK, '(blank)');

test('what a teacher chose stands in the address: another computer shows and prints the same', async ({
	page,
	browser,
	app,
	watch
}) => {
	await page.goto('/class');
	await page.getByLabel('5', { exact: true }).check();
	await page.getByLabel('Only these').check();
	for (const name of ['Yes or no', 'Type a number', 'Put in order', 'Match'])
		await page.getByLabel(name).uncheck();
	await page.getByLabel('From paragraph').selectOption({ index: 3 });
	await expect(page.getByText('Five questions; no fact comes twice.')).toBeVisible();
	await page.getByRole('link', { name: 'Show on the wall' }).click();
	await expect(count(page, 1, 5)).toBeVisible();
	const shown = await main(page).innerText();
	const address = page.url();
	expect(new URL(address).search).toMatch(
		/deck=pakistan-azerbaijan&seed=\w+&length=5&kinds=choice\.text\.cloze&from=4/
	);

	await page.goBack();
	await expect(page.getByLabel('Put in order')).not.toBeChecked();
	await page.getByRole('link', { name: 'Print a test' }).click();
	await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
	const printed = await main(page).innerText();

	const elsewhere = await browser.newContext({ baseURL: app.origin });
	watch.follow(elsewhere);
	const other = await elsewhere.newPage();
	await other.goto(address);
	await expect(count(other, 1, 5)).toBeVisible();
	expect(await main(other).innerText()).toBe(shown);
	await other.goto(page.url());
	await expect(other.getByRole('button', { name: 'Print' })).toBeVisible();
	expect(await main(other).innerText()).toBe(printed);
	await elsewhere.close();
});

test('a presenter’s remote control leads through question, answer, evidence, and back', async ({
	page
}) => {
	const quiz = await wall(page, 'seed=k3&length=5&kinds=choice');
	const [first, second] = quiz;
	const letter = 'ABCD'[first?.options.findIndex((option) => option.correct) ?? -1];
	await expect(stem(page)).toHaveText(first?.stem ?? '');
	await expect(page.getByText('is right')).toHaveCount(0);
	await page.keyboard.press('PageDown');
	await expect(page.getByRole('listitem').filter({ hasText: 'is right' })).toContainText(
		`${letter} ${String(first?.key)}`
	);
	await expect(main(page)).toContainText(first?.explanation ?? '');
	await page.keyboard.press('PageDown');
	const marked = await page.locator('mark').allInnerTexts();
	expect(marked.join(' ')).toContain(first?.evidence[0]?.quote);
	await expect(page.getByText(/^Paragraph \d+$/).first()).toBeVisible();
	await page.keyboard.press('PageDown');
	await expect(stem(page)).toHaveText(second?.stem ?? '');
	await page.keyboard.press('PageUp');
	await expect(page.locator('mark').first()).toBeVisible();

	await page.reload();
	await expect(page.locator('mark').first()).toBeVisible();
	await expect(stem(page)).toHaveText(first?.stem ?? '');
	await page.keyboard.press('End');
	await expect(stem(page)).toHaveText('Five questions answered');
	for (const question of quiz) await expect(main(page)).toContainText(question.stem);
	await page.keyboard.press('Home');
	await expect(count(page, 1, 5)).toBeVisible();
	await page.keyboard.press('Backspace');
	await expect(stem(page)).toHaveText(first?.stem ?? '');

	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Read an article, keep its facts'
	);
});

test('buttons do what the keys do, and a key pressed on a button does it once', async ({
	page
}) => {
	await wall(page, 'seed=k4&length=5&kinds=choice');
	await page.getByRole('button', { name: 'Show the answer' }).click();
	await expect(page.getByText('is right')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page.locator('mark').first()).toBeVisible();
	await page.keyboard.press('Space');
	await expect(count(page, 2, 5)).toBeVisible();
	await expect(page.getByText('is right')).toHaveCount(0);
	await page.getByRole('button', { name: 'Show the answer' }).click();
	await page.getByRole('button', { name: 'Why not the others' }).click();
	await expect(page.locator('.reason')).toHaveCount(4);
	await page.getByRole('button', { name: 'Next question' }).click();
	await expect(count(page, 3, 5)).toBeVisible();
	await page.keyboard.press('?');
	await expect(page.getByRole('list', { name: 'Keys' })).toContainText('full screen');
	await page.keyboard.press('f');
	await expect.poll(() => page.evaluate(() => !!document.fullscreenElement)).toBe(true);
	await page.getByRole('button', { name: 'Leave full screen' }).click();
	await expect.poll(() => page.evaluate(() => !!document.fullscreenElement)).toBe(false);
});

for (const kind of ALL.split('.')) {
	test(`on the wall ${kind} tells its answer when asked, not before, and aloud as well`, async ({
		page
	}) => {
		const [question] = await wall(page, `seed=k5&length=5&kinds=${kind}`);
		const keys = [question?.key ?? []].flat();
		await expect(main(page)).toContainText(worded(question));
		if (question?.options.length === 0 && kind !== 'order')
			for (const key of keys) expect(await page.locator('.ask').innerText()).not.toContain(key);
		await page.keyboard.press('ArrowRight');
		await expect(said(page)).toContainText('The answer:');
		for (const [i, text] of (kind === 'order' ? keys : []).entries())
			await expect(page.getByRole('row').nth(i + 1)).toContainText(text);
		for (const item of question?.items ?? []) {
			const row = page.getByRole('row').filter({ hasText: item.text });
			await expect(row).toContainText(item.partner);
		}
		if (question?.items.length === 0) {
			await expect(main(page)).toContainText(keys.join());
			await expect(said(page)).toContainText(keys.join());
		}
		await page.keyboard.press('ArrowLeft');
		await expect(said(page)).toContainText('Question 1 of');
		if (kind === 'choice')
			await expect(said(page)).toContainText(`A, ${question?.options[0]?.text}`);
	});
}

test('every slide fits a projector without scrolling, the longest too', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await wall(page, `seed=k6&length=20&kinds=${ALL}`);
	for (let at = ''; at !== 'end'; await page.keyboard.press('PageDown')) {
		for (const size of PROJECTORS) {
			await page.setViewportSize(size);
			await expect
				.poll(
					() =>
						page.evaluate(() => {
							const { scrollHeight, scrollWidth } = document.documentElement;
							return [scrollHeight - innerHeight, scrollWidth - innerWidth].some((n) => n > 0);
						}),
					{ message: `${at} at ${size.width}` }
				)
				.toBe(false);
		}
		at = new URL(page.url()).searchParams.get('at') ?? '';
	}
});

test('a deck that somebody brought along is shown and printed like the others', async ({
	page,
	app
}) => {
	await page.goto('/');
	await stored(page);
	const own = readFileSync(`questions/${DECK}/deck.json`, 'utf8').replace(
		'Pakistan-Azerbaijan Military',
		'Our own: Military'
	);
	await page.getByLabel('Open a deck file').setInputFiles({
		name: 'own.quern.json',
		mimeType: 'application/json',
		buffer: Buffer.from(own)
	});
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Our own/);
	await app.stop();
	await page.goto('/class');
	await page
		.getByLabel('Article')
		.selectOption({ label: 'Our own: Military ties to touch new heights' });
	await expect(page.getByText('Ten questions; no fact comes twice.')).toBeVisible();
	await page.getByRole('link', { name: 'Print a test' }).click();
	await expect(page.getByRole('heading', { name: /^Our own/ })).toBeVisible();
	await page.getByRole('link', { name: 'Show the same on the wall' }).click();
	await expect(count(page, 1, 10)).toBeVisible();
	await page.reload();
	await expect(count(page, 1, 10)).toBeVisible();
	await expect(page.getByText('Our own: Military ties')).toBeVisible();
});

test('an address that gives no questions says why, and shows the way', async ({ page }) => {
	const cases: Record<string, RegExp> = {
		'': /names no deck/,
		'?deck=no-such-deck&seed=a': /no deck “no-such-deck” on this device/,
		[`?deck=${DECK}`]: /not which of its questions/,
		[`?deck=${DECK}&seed=a&from=900`]: /yield none/
	};
	for (const place of ['/class/present', '/class/print']) {
		for (const [query, sentence] of Object.entries(cases)) {
			await page.goto(place + query);
			await expect(page.getByText(sentence)).toBeVisible();
			await page.getByRole('link', { name: 'Choose questions' }).click();
			await expect(
				page
					.getByRole('link', { name: 'Print a test' })
					.or(page.getByText('Nothing can be asked so.'))
			).toBeVisible();
		}
	}
});

test('without a network a quiz is shown and a test printed', async ({ page, app }) => {
	await page.goto('/');
	await stored(page);
	await app.stop();
	await wall(page, 'seed=m1&length=5');
	await paper(page, 'seed=m1&length=5');
	await page.goto('/class');
	await page.getByRole('link', { name: 'Show on the wall' }).click();
	await expect(count(page, 1, 10)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(() => {
		test.use({ colorScheme });
		test(`${colorScheme}, axe objects to no slide`, async ({ page }) => {
			await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
			for (const width of [360, 1280]) {
				await page.setViewportSize({ width, height: 720 });
				for (const kind of ['choice', 'text', 'cloze', 'match', 'order']) {
					for (const at of ['1', '1.answer', '1.evidence', 'end']) {
						await page.goto(`/class/present?deck=${DECK}&seed=m2&length=5&kinds=${kind}&at=${at}`);
						await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible();
						expect(await objections(page), `${kind}, ${at}, ${width} px`).toEqual([]);
					}
				}
			}
		});
	});
}
