import { readFile } from 'node:fs/promises';
import { alive, expect, stored, test } from './fixtures';

const source = () => readFile('questions/pakistan-azerbaijan/deck.json', 'utf8');
const file = (name: string, text: string) => ({
	name,
	mimeType: 'application/json',
	buffer: Buffer.from(text)
});

test('a deck goes from one device to another as a file, and works there offline', async ({
	page,
	browser,
	app,
	watch
}) => {
	await page.goto('/read/pakistan-azerbaijan');
	await alive(page);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save the deck as a file' }).click()
	]);
	expect(download.suggestedFilename()).toBe('pakistan-azerbaijan.quern.json');
	const deck = await readFile(await download.path(), 'utf8');

	const context = await browser.newContext({ baseURL: app.origin });
	watch.follow(context);
	const other = await context.newPage();
	await other.goto('/');
	await stored(other);
	await other
		.getByLabel('Open a deck file')
		.setInputFiles(
			file('mine.quern.json', deck.replace('Pakistan-Azerbaijan Military', 'Our own: Military'))
		);
	await expect(other).toHaveURL(/\/read\/pakistan-azerbaijan-2$/);
	await expect(other.getByRole('heading', { level: 1 })).toHaveText(/^Our own/);
	await app.stop();
	await other.reload();
	await expect(other.getByRole('heading', { level: 1 })).toHaveText(/^Our own/);
	await other.getByRole('link', { name: 'Ask me' }).first().click();
	await other.getByRole('button', { name: 'Start' }).click();
	await expect(other.getByText('Question 1 of 10')).toBeVisible();
	await context.close();
});

test('a file that is no deck says so in a sentence, and changes nothing', async ({ page }) => {
	await page.goto('/');
	await alive(page);
	const input = page.getByLabel('Open a deck file');
	const alert = page.getByRole('alert');
	await input.setInputFiles(file('cut.json', (await source()).slice(0, 5000)));
	await expect(alert).toContainText('damaged');
	await input.setInputFiles(
		file('new.json', (await source()).replace('"version": 1', '"version": 7'))
	);
	await expect(alert).toContainText('made by a newer Quern');
	await input.setInputFiles(
		file(
			'quote.json',
			(await source()).replace('"quote": "The last 12 months', '"quote": "The first 12 months')
		)
	);
	await expect(alert).toContainText('“The first 12 months have seen');
	await input.setInputFiles(file('other.json', '[]'));
	await expect(alert).toContainText('This is not a Quern deck.');
	await expect(page.locator('.contents > li')).toHaveCount(1);
});

test('a link to a deck that is not here says so, and shows the way', async ({ page, watch }) => {
	watch.allow(/no-such-deck/);
	for (const path of [
		'/read/no-such-deck',
		'/quiz/no-such-deck',
		'/quiz/no-such-deck/sit?seed=a'
	]) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('That is not here');
		await expect(page.getByText('There is no deck “no-such-deck” on this device.')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Go to the library' })).toBeVisible();
	}
});

test('from a fact to its questions, and from a question to its sentence', async ({ page }) => {
	await page.goto('/read/pakistan-azerbaijan');
	await alive(page);
	await page.getByLabel('Mark the facts').check();
	await page.getByRole('link', { name: 'Fact 16, not asked yet' }).click();
	const note = page.getByRole('complementary', { name: 'Fact 16' });
	await expect(note).toContainText(
		'Turkey was the first country to recognize Azerbaijan’s independence.'
	);
	await expect(note).toContainText('Worked out');
	await note.getByText('Its questions').click();
	await expect(note).toContainText(
		'Which country was the first to recognize Azerbaijan’s independence?'
	);
	await note.getByRole('link', { name: 'Ask me this' }).click();
	await expect(page.getByText('Question 1 of 1')).toBeVisible();
	await page.getByRole('button', { name: 'I don’t know' }).click();
	await page.getByRole('link', { name: 'Read it in its place' }).click();
	await expect(page).toHaveURL(/#p4$/);
	await expect(page.locator('#p4')).toBeInViewport();
});
