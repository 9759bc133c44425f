import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { objections } from './axe';
import { alive, expect, test } from './fixtures';

const DECK = 'pakistan-azerbaijan';
const DAY = 86_400_000;
const PICTURES = [
	'Ahead',
	'Behind',
	'Time',
	'By article',
	'By kind of fact',
	'How well it knows you'
];

/** A figure by its name in the margin. */
const figure = (page: Page, name: string): Locator =>
	page.getByRole('region', { name, exact: true });
const rows = (region: Locator): Promise<string[][]> =>
	region
		.locator('tbody tr')
		.evaluateAll((all) =>
			all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ''))
		);
const marks = (region: Locator, selector: string): Promise<string[]> =>
	region.locator(`svg ${selector} title`).allTextContents();
const openTables = async (page: Page) => {
	for (const summary of await page.locator('details > summary').all()) await summary.press('Enter');
};

/** Puts answers into the device's storage, as if they had been given on earlier days. */
async function answered(page: Page, days: number): Promise<void> {
	const deck = JSON.parse(await readFile(`questions/${DECK}/deck.json`, 'utf8')) as {
		facts: { id: string; asked?: boolean }[];
	};
	const facts = deck.facts.filter(({ asked }) => asked !== false).map(({ id }) => id);
	const now = Date.now();
	const attempts = Array.from({ length: days * 4 }, (_, n) => {
		const at = now - (days - Math.floor(n / 4)) * DAY + n;
		const fact = facts[n % 12];
		return {
			version: 2,
			id: `e:${n}:${fact}`,
			learner: 'me',
			deck: DECK,
			fact,
			question: 'q',
			kind: 'choice',
			slot: 0,
			given: 'x',
			right: n % 7 > 0,
			ms: 9000,
			at,
			offset: 0,
			order: at,
			where: 'quiz',
			sitting: 'e'
		};
	});
	await page.goto('/help');
	await alive(page);
	await expect(page.getByText('All of it is on this device.')).toBeVisible();
	await page.evaluate(async (log) => {
		const database = await new Promise<IDBDatabase>((done, failed) => {
			const request = indexedDB.open('quern');
			request.onsuccess = () => done(request.result);
			request.onerror = () => failed(new Error(String(request.error)));
		});
		const transaction = database.transaction('attempts', 'readwrite');
		for (const attempt of log) transaction.objectStore('attempts').add(attempt);
		await new Promise((done) => (transaction.oncomplete = done));
		database.close();
	}, attempts);
}

test('who has not answered yet is told what will be here', async ({ page }) => {
	await page.goto('/progress');
	await expect(page.getByRole('heading', { name: 'Nothing to look at yet' })).toBeVisible();
	await expect(page.getByText('on each of the next 30 days')).toBeVisible();
	await page.getByRole('link', { name: 'Go to the library' }).click();
	await expect(page).toHaveURL('/');
});

test('after a quiz, sentence, picture and table say the same', async ({ page }) => {
	await page.goto(`/quiz/${DECK}/sit?seed=progress&length=5&kinds=choice`);
	await alive(page);
	for (let n = 0; n < 5; n++) {
		await page.getByRole('button', { name: 'I don’t know' }).click();
		await expect(page.getByText('Saved on this device.')).toBeVisible();
		if (n < 4) await page.getByRole('button', { name: 'Next question' }).click();
	}
	await page.goto('/progress');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('No fact has stuck yet');
	await expect(page.getByText('Five are slipping')).toBeVisible();
	const bands = await page.locator('dl dd').allTextContents();
	expect(bands.slice(0, 3)).toEqual(['0', '0', '5']);
	await expect(page.getByRole('heading', { name: 'Quern does not know you yet' })).toBeVisible();
	await openTables(page);

	const ahead = figure(page, 'Ahead');
	const sentence = 'Five facts come back today, then none for 29 days';
	await expect(ahead.getByRole('heading', { name: sentence })).toBeVisible();
	await expect(ahead.getByRole('img', { name: sentence })).toBeVisible();
	const due = await rows(ahead);
	expect(due).toHaveLength(30);
	expect(due.map(([, count]) => count).filter((count) => count !== '0')).toEqual(['5']);
	expect(await marks(ahead, '.bar')).toEqual([`${due[0]?.[0]}: 5`]);

	const behind = figure(page, 'Behind');
	await expect(behind.getByRole('img', { name: 'Today is your first day' })).toBeVisible();
	expect((await rows(behind)).at(-1)?.at(-1)).toBe('5');
	expect((await marks(behind, '.mark')).map((text) => text.split(': ')[1])).toEqual(['5']);

	const article = figure(page, 'By article');
	const [own] = await rows(article);
	expect(own?.slice(1, 5)).toEqual(bands);
	await expect(
		article.getByRole('img', { name: `5 slipping, ${bands[3]} not asked yet` })
	).toBeVisible();

	await article.getByRole('link', { name: /Pakistan-Azerbaijan/ }).click();
	await expect(page.locator('mark.slipping').first()).toBeVisible();
	await expect(page.locator('article')).not.toContainText('%');
	await page.getByLabel('Show percentages').check();
	await expect(page.locator('article')).toContainText(/\d\d%/);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(() => {
		test.use({ colorScheme });
		test(`weeks of answers, ${colorScheme}: all pictures, nothing that axe objects to, and they fit`, async ({
			page
		}) => {
			await answered(page, 40);
			for (const width of [320, 360, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				await page.goto('/progress');
				await expect(page.getByText(/Where it expected \d+ right answers of 100/)).toBeVisible();
				for (const name of PICTURES)
					await expect(figure(page, name).getByRole('img').first()).toBeVisible();
				await openTables(page);
				expect(await objections(page), `at ${width} px`).toEqual([]);
				const over = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(over, `at ${width} px`).toBeLessThanOrEqual(0);
			}
			await page.goto(`/read/${DECK}`);
			await page.getByLabel('Show percentages').check();
			await expect(page.locator('article')).toContainText(/\d\d%/);
			expect(await objections(page)).toEqual([]);
		});
	});
}

test('on paper stand the pictures, and of the tables those that are open', async ({ page }) => {
	await answered(page, 10);
	await page.goto('/progress');
	const summaries = page.getByText('The same as a table');
	await expect(summaries.nth(4)).toBeVisible();
	await summaries.first().click();
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('table')).toHaveCount(1);
	await expect(summaries.first()).toBeHidden();
	await expect(figure(page, 'Behind').getByRole('img')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Review' }).first()).toBeHidden();
});
