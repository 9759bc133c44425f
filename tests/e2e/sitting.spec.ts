import type { Page } from '@playwright/test';
import { alive, expect, second, stored, test, versionsIn } from './fixtures';

const QUIZ = '/quiz/pakistan-azerbaijan/sit';
const stem = (page: Page) => page.locator('.stem');
const sheet = async (page: Page, query: string) => {
	await page.goto(`${QUIZ}?${query}`);
	await alive(page);
	await expect(page.getByRole('button', { name: 'Answer' })).toBeVisible();
};
const giveUp = async (page: Page) => {
	await page.getByRole('button', { name: 'I don’t know' }).click();
	await expect(page.getByText('Saved on this device.')).toBeVisible();
};
/** Stems from the question on the screen to the last, each given up. */
async function stems(page: Page): Promise<string[]> {
	const seen: string[] = [];
	const result = page.locator('#score');
	while (!(await result.isVisible())) {
		const text = (await stem(page).textContent()) ?? '';
		seen.push(text);
		await giveUp(page);
		await page.keyboard.press('Enter');
		await expect(result.or(stem(page).filter({ hasNotText: text.trim() }))).toBeVisible();
	}
	return seen;
}

test('the same link gives the same quiz on another device', async ({
	page,
	browser,
	app,
	watch
}) => {
	await sheet(page, 'seed=k7&length=5');
	const here = await stems(page);
	expect(here).toHaveLength(5);
	const elsewhere = await browser.newContext({ baseURL: app.origin });
	watch.follow(elsewhere);
	const other = await elsewhere.newPage();
	await sheet(other, 'seed=k7&length=5');
	expect(await stems(other)).toEqual(here);
	await elsewhere.close();
});

test('a quiz is answered by the keyboard alone, from the library on', async ({ page }) => {
	await page.goto('/');
	await alive(page);
	const focused = (name: string) =>
		page.evaluate((n) => document.activeElement?.textContent?.trim() === n, name);
	while (!(await focused('Take a quiz'))) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Pakistan-Azerbaijan');
	for (const name of [
		'Type a number',
		'Type a name or a phrase',
		'Fill the gap',
		'Put in order',
		'Match'
	]) {
		while (!(await page.getByLabel(name).evaluate((box) => box === document.activeElement)))
			await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
	}
	while (!(await focused('Start'))) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	for (let n = 1; n <= 10; n++) {
		await expect(page.getByText(`Question ${n} of 10`)).toBeVisible();
		await page.keyboard.press(n % 2 ? '1' : 'b');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Saved on this device.')).toBeVisible();
		await page.keyboard.press('Enter');
	}
	await expect(page.locator('#score')).toBeVisible();
});

test('Enter before anything is chosen says what to do, and counts nothing', async ({ page }) => {
	await sheet(page, 'seed=a&length=5&kinds=choice');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toHaveText('Choose one of the four first.');
	await expect(page.getByRole('heading', { name: /Not quite|Right/ })).toHaveCount(0);
});

test('a word where a number is asked is sent back with examples', async ({ page }) => {
	await sheet(page, 'seed=a&length=5&kinds=number');
	await page.getByLabel('Your answer').fill('quite a few');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('“quite a few” is not a number.');
	await expect(page.getByLabel('Your answer')).toHaveValue('quite a few');
});

test('a question put off comes again after the others', async ({ page }) => {
	await sheet(page, 'seed=b&length=5&kinds=choice');
	const first = await stem(page).textContent();
	await page.getByRole('button', { name: 'Later' }).click();
	await expect(stem(page)).not.toHaveText(first ?? '');
	for (let n = 0; n < 4; n++) {
		await giveUp(page);
		await page.keyboard.press('Enter');
	}
	await expect(stem(page)).toHaveText(first ?? '');
	await giveUp(page);
	await expect(page.getByRole('button', { name: 'See the result' })).toBeVisible();
});

test('going back shows the answer as it was given, and does not let it be changed', async ({
	page
}) => {
	await sheet(page, 'seed=c&length=5&kinds=choice');
	const first = await stem(page).textContent();
	await page.keyboard.press('2');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Back' }).click();
	await expect(stem(page)).toHaveText(first ?? '');
	await expect(page.getByText(/Your answer/).first()).toBeVisible();
	await expect(page.getByRole('radio')).toHaveCount(0);
	await page.getByRole('button', { name: 'Next question' }).click();
	await expect(page.getByText('Question 2 of 5')).toBeVisible();
});

test('a pause hides the question; a reload comes back to the place, paused as it was', async ({
	page
}) => {
	await sheet(page, 'seed=d&length=5&kinds=choice');
	await giveUp(page);
	await page.keyboard.press('Enter');
	const second = await stem(page).textContent();
	await page.getByRole('button', { name: 'Pause' }).click();
	await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible();
	await expect(stem(page)).toHaveCount(0);
	await page.reload();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByText('Question 2 of 5')).toBeVisible();
	await expect(stem(page)).toHaveText(second ?? '');
});

test('the library offers to go on with what was left, and the place is kept', async ({ page }) => {
	await sheet(page, 'seed=e&length=5&kinds=choice');
	await giveUp(page);
	await page.keyboard.press('Enter');
	await page.getByRole('link', { name: /^Stop here/ }).click();
	await expect(page.getByText('Question 2 of 5. You left it')).toBeVisible();
	await page.locator('.goon a').click();
	await expect(page.getByText('Question 2 of 5')).toBeVisible();
});

test('at the end the missed are shown, and asked once more alone, by other questions', async ({
	page
}) => {
	await sheet(page, 'seed=f&length=5&kinds=choice');
	const asked = await stems(page);
	await expect(page.locator('#score')).toHaveText('None of five');
	for (const text of asked)
		await expect(page.getByRole('heading', { name: text.trim() })).toBeVisible();
	await page.getByRole('button', { name: 'Once more, only these five' }).click();
	await expect(page.getByText('Question 1 of 5')).toBeVisible();
	const again = await stems(page);
	expect(again).toHaveLength(5);
	expect(again.filter((text) => asked.includes(text))).toEqual([]);
});

test('events are put in order, and people matched, by touch or keys', async ({ page }) => {
	await sheet(page, 'seed=g&length=5&kinds=order');
	const years: Record<string, string> = {
		Pakistan: '1991',
		'A ceasefire': '1994',
		Azerbaijan: '2014',
		'130': '2015'
	};
	for (let pass = 0; pass < 4; pass++) {
		const texts = await page.locator('.order .text').allTextContents();
		const when = texts.map(
			(text) => Object.entries(years).find(([begin]) => text.startsWith(begin))?.[1] ?? ''
		);
		const at = when.findIndex((year, i) => i > 0 && year < (when[i - 1] ?? ''));
		if (at < 0) break;
		for (let i = at; i > 0 && (when[i - 1] ?? '') > (when[at] ?? ''); i--)
			await page.getByRole('button', { name: `Earlier: ${texts[at]}` }).click();
	}
	await page.getByRole('button', { name: 'Answer' }).click();
	await expect(page.getByRole('heading', { name: 'Right' })).toBeVisible();

	await sheet(page, 'seed=g&length=20&kinds=match');
	await page.getByRole('button', { name: 'Answer' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose a partner for');
	for (const select of await page.locator('select').all()) await select.selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Answer' }).click();
	await expect(page.getByRole('alert')).toContainText('is chosen twice');
});

test('an update accepted in the middle of a quiz keeps every answer and the place', async ({
	page,
	app
}) => {
	await sheet(page, 'seed=h&length=5&kinds=choice');
	await stored(page);
	await giveUp(page);
	await page.keyboard.press('Enter');
	const asked = await stem(page).textContent();
	await app.deploy(second);
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await page.getByRole('button', { name: 'Use the new version' }).click();
	await expect(async () => expect(await versionsIn(page)).toEqual([second.version])).toPass();
	await expect(page.getByText('Question 2 of 5')).toBeVisible();
	await expect(stem(page)).toHaveText(asked ?? '');
	await page.getByRole('button', { name: 'Back' }).click();
	await expect(page.getByRole('heading', { name: /^It is/ })).toBeVisible();
});
