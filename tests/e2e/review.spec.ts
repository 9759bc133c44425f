import type { Page } from '@playwright/test';
import { objections } from './axe';
import { alive, expect, test } from './fixtures';

const DECK = 'pakistan-azerbaijan';
const begin = async (page: Page, query = 'seed=s&length=5&kinds=choice') => {
	await page.goto(`/quiz/${DECK}/sit?${query}`);
	await alive(page);
	await expect(page.getByRole('button', { name: 'Answer' })).toBeVisible();
};
const giveUp = async (page: Page) => {
	await page.getByRole('button', { name: 'I don’t know' }).click();
	await expect(page.getByText('Saved on this device.')).toBeVisible();
};
/** Answers two questions of a quiz wrong. */
const missTwo = async (page: Page) => {
	await begin(page);
	await giveUp(page);
	await page.getByRole('button', { name: 'Next question' }).click();
	await giveUp(page);
};

test('an answer that is taken back was never given, and can be given anew', async ({ page }) => {
	await begin(page);
	const stem = await page.locator('.stem').textContent();
	await giveUp(page);
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(page.getByRole('button', { name: 'Answer' })).toBeVisible();
	await expect(page.locator('.stem')).toHaveText(stem ?? '');
	await page.goto('/review');
	await expect(page.getByRole('heading', { name: 'Nothing to review yet' })).toBeVisible();

	await begin(page);
	await expect(page.locator('.stem')).toHaveText(stem ?? '');
	await giveUp(page);
	await page.goto('/review');
	await expect(page.getByRole('heading', { name: 'One fact is due' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'One fact is due' })).toBeVisible();
});

test('a hint shows how the word begins, and only once', async ({ page }) => {
	await begin(page, 'seed=hint&length=5&kinds=text');
	await page.getByRole('button', { name: 'Hint' }).click();
	await expect(page.getByText(/^It begins with “.{1,2}” and has \d+ characters\.$/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Hint' })).toHaveCount(0);
	await expect(page.getByLabel('Your answer')).toBeFocused();
});

test('missed facts stand by article, by quiz and by day, until they are known again', async ({
	page
}) => {
	await missTwo(page);
	await page.goto('/missed');
	await expect(page.getByRole('heading', { name: 'Two missed facts' })).toBeVisible();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText([/Pakistan-Azerbaijan/]);
	await page.getByLabel('By day').check();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText([/\d+ \w+ 20\d\d$/]);
	await page.getByLabel('By quiz').check();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText([
		/Pakistan-Azerbaijan.*, \d+ \w+.*\d\d:\d\d$/
	]);
	await page.getByText('Show two facts').click();
	expect(await objections(page)).toEqual([]);

	await page.getByRole('button', { name: 'Ask me these 2' }).click();
	await expect(page.getByText('Question 1 of 2')).toBeVisible();
});

test('a fact that was missed counts as slipping on every page', async ({ page }) => {
	await begin(page);
	await giveUp(page);
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'One fact is due today' })).toBeVisible();
	await expect(page.getByText('1 due')).toBeVisible();
	await expect(page.getByText(/\d+ facts: one slipping/)).toBeVisible();
	await page.goto('/review');
	await page.getByRole('button', { name: /new facts besides$/ }).click();
	await expect(page.getByText('Question 1 of 10')).toBeVisible();
});

test('where no new facts are wanted, none is offered', async ({ page }) => {
	await page.goto('/settings');
	await alive(page);
	await page.getByLabel('New facts a day, at the most').selectOption('0');
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	await begin(page);
	await giveUp(page);
	await page.goto('/review');
	await expect(page.getByRole('heading', { name: 'One fact is due' })).toBeVisible();
	await expect(page.getByRole('button', { name: /new facts? besides$/ })).toHaveCount(0);
});
