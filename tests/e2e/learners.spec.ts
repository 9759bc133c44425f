import type { Page } from '@playwright/test';
import { objections } from './axe';
import { alive, expect, test } from './fixtures';

const add = async (
	page: Page,
	name: string,
	more: { pin?: string; shared?: boolean } = {},
	origin = ''
) => {
	await page.goto(`${origin}/settings`);
	await alive(page);
	await page.getByRole('button', { name: 'Add a learner' }).click();
	await page.getByLabel('Name').fill(name);
	if (more.pin) await page.getByLabel('PIN, if wanted').fill(more.pin);
	if (more.shared) await page.getByLabel(/This device is shared/).check();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('button', { name, exact: true }).first()).toBeVisible();
};
const switchTo = async (page: Page, name: string) => {
	await page.getByRole('button', { name: /^Learner:/ }).click();
	await page.locator('#learners').getByRole('button', { name }).click();
	await expect(page.getByRole('button', { name: `Learner: ${name}` })).toBeVisible();
};
const miss = async (page: Page, origin = '') => {
	await page.goto(`${origin}/quiz/pakistan-azerbaijan/sit?seed=s&length=5&kinds=choice`);
	await page.getByRole('button', { name: 'I don’t know' }).click();
	await expect(page.getByText('Saved on this device.')).toBeVisible();
};
const dueToday = (page: Page) => page.getByRole('heading', { name: 'One fact is due today' });

test('two learners on a device don’t see each other’s answers', async ({ page }) => {
	await miss(page);
	await add(page, 'Mia');
	await switchTo(page, 'Mia');
	await expect(
		page.getByRole('heading', { name: 'Read an article, keep its facts' })
	).toBeVisible();
	await expect(page.getByText(/\d+ facts, none asked yet/)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Go on' })).toHaveCount(0);
	await switchTo(page, 'You');
	await expect(dueToday(page)).toBeVisible();
	await page.reload();
	await expect(dueToday(page)).toBeVisible();
});

test('a PIN keeps a learner’s pages shut until it is given, also after a restart', async ({
	page,
	context
}) => {
	await add(page, 'Mia', { pin: '2468' });
	await switchTo(page, 'Mia');
	await expect(page.getByRole('heading', { name: 'Your PIN, please' })).toBeVisible();
	await page.getByLabel('PIN', { exact: true }).fill('1111');
	await page.getByRole('button', { name: 'Open' }).click();
	await expect(page.getByRole('alert')).toHaveText('That is not the PIN.');
	await page.getByLabel('PIN', { exact: true }).fill('2468');
	await page.keyboard.press('Enter');
	await expect(
		page.getByRole('heading', { name: 'Read an article, keep its facts' })
	).toBeVisible();
	await page.reload();
	await expect(
		page.getByRole('heading', { name: 'Read an article, keep its facts' })
	).toBeVisible();

	const another = await context.newPage();
	await another.goto('/review');
	await expect(another.getByRole('heading', { name: 'Your PIN, please' })).toBeVisible();
	expect(await objections(another)).toEqual([]);
});

test('a PIN of three digits is refused with a sentence', async ({ page }) => {
	await page.goto('/settings');
	await alive(page);
	await page.getByRole('button', { name: 'Add a learner' }).click();
	await page.getByLabel('Name').fill('Tom');
	await page.getByLabel('PIN, if wanted').fill('12a');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('alert')).toHaveText('A PIN has four to eight digits.');
});

test('on a shared device the answers are gone at the next start, and stay through a reload', async ({
	startBrowser,
	app
}) => {
	let browser = await startBrowser();
	let page = await browser.context.newPage();
	await add(page, 'Guest', { shared: true }, app.origin);
	await switchTo(page, 'Guest');
	await miss(page, app.origin);
	await page.goto(`${app.origin}/`);
	await expect(dueToday(page)).toBeVisible();
	await page.reload();
	await expect(dueToday(page)).toBeVisible();

	await browser.close();
	browser = await startBrowser();
	page = await browser.context.newPage();
	await page.goto(`${app.origin}/`);
	await expect(page.getByRole('button', { name: 'Learner: Guest' })).toBeVisible();
	await expect(page.getByText(/\d+ facts, none asked yet/)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Go on' })).toHaveCount(0);
});

test('a learner who is removed takes all answers along', async ({ page }) => {
	await add(page, 'Mia');
	await switchTo(page, 'Mia');
	await miss(page);
	await page.goto('/settings');
	await page.getByRole('button', { name: 'Remove Mia', exact: true }).click();
	await page.getByRole('button', { name: 'Remove Mia and all answers' }).click();
	await expect(page.getByRole('button', { name: /^Learner:/ })).toHaveCount(0);
	await page.goto('/');
	await expect(page.getByText(/\d+ facts, none asked yet/)).toBeVisible();
});
