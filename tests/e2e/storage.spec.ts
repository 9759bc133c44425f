import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { alive, expect, test } from './fixtures';

const begin = async (page: Page) => {
	await page.goto('/quiz/pakistan-azerbaijan/sit?seed=s&length=5&kinds=choice');
	await alive(page);
	await expect(page.getByRole('button', { name: 'Answer' })).toBeVisible();
};
const answer = async (page: Page) => {
	await page.keyboard.press('1');
	await page.keyboard.press('Enter');
};
const kept = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((done) => {
				const opening = indexedDB.open('quern');
				opening.onsuccess = () => {
					const counting = opening.result.transaction('attempts').objectStore('attempts').count();
					counting.onsuccess = () => {
						opening.result.close();
						done(counting.result);
					};
				};
			})
	);
/** Makes every write of the page abort as a full disk would, until `freed`. */
const fill = (page: Page) =>
	page.evaluate(() => {
		const { add } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
		const full = new DOMException('no room', 'QuotaExceededError');
		IDBObjectStore.prototype.add = function (...args) {
			const request = (add.value as typeof this.add).apply(this, args);
			const { transaction } = this;
			Object.defineProperty(transaction, 'error', { value: full });
			request.addEventListener('success', () => transaction.abort());
			return request;
		};
		(window as { freed?: () => void }).freed = () =>
			Object.defineProperty(IDBObjectStore.prototype, 'add', add);
	});

test('with the storage full an answer stays on the screen, and is saved once there is room', async ({
	page
}) => {
	await begin(page);
	await fill(page);
	await answer(page);
	await expect(page.getByRole('alert').filter({ hasText: 'no room left' })).toHaveCount(1);
	await expect(page.getByText('Not saved yet.', { exact: true })).toBeVisible();
	await expect(page.getByText('Saved on this device.')).toHaveCount(0);
	expect(await kept(page)).toBe(0);

	// The quiz goes on, and nothing of it is forgotten.
	await page.getByRole('button', { name: 'Next question' }).click();
	await answer(page);
	await expect(page.getByText('Not saved yet.', { exact: true })).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save my answers as a file' }).click()
	]);
	const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { attempts: unknown[] };
	expect(file.attempts).toHaveLength(2);

	await page.evaluate(() => (window as { freed?: () => void }).freed?.());
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	expect(await kept(page)).toBe(2);
	await page.reload();
	await expect(page.getByText('Question 2 of 5')).toBeVisible();
});

test('with the storage blocked a quiz can be taken, and the page says what that means', async ({
	page
}) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('blocked', 'SecurityError');
		};
	});
	await begin(page);
	await expect(page.getByRole('alert')).toContainText('does not let Quern keep anything');
	await answer(page);
	await expect(page.getByRole('heading', { name: /^(Right|Not quite)/ })).toBeVisible();
	await page.getByRole('button', { name: 'Next question' }).click();
	await expect(page.getByText('Question 2 of 5')).toBeVisible();
});

test('storage that the browser clears under the page is said, and the answer can be saved as a file', async ({
	page,
	context
}) => {
	await begin(page);
	await answer(page);
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	const session = await context.newCDPSession(page);
	await session.send('Storage.clearDataForOrigin', {
		origin: new URL(page.url()).origin,
		storageTypes: 'indexeddb'
	});
	await page.getByRole('button', { name: 'Next question' }).click();
	await answer(page);
	// Either it is told, or it is written anew: never neither.
	await expect(page.getByText(/Saved on this device\.|Not saved yet\./)).toBeVisible();
	const told = await page.getByText('Not saved yet.', { exact: true }).isVisible();
	expect(told ? 0 : await kept(page)).toBe(told ? 0 : 1);
});

test('what the browser has lost comes back from the copy outside of the database', async ({
	page,
	context
}) => {
	await begin(page);
	await answer(page);
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	const copied = () =>
		page.evaluate(async () => {
			const folder = await navigator.storage.getDirectory();
			const file = await folder.getFileHandle('quern-copy.quern-backup').catch(() => undefined);
			return ((await file?.getFile())?.size ?? 0) > 0;
		});
	await page.goto('/');
	await expect.poll(copied, { timeout: 20_000 }).toBe(true);
	await page.goto('/settings');
	await expect(page.getByText('is kept apart: what the browser loses')).toContainText('one answer');

	const session = await context.newCDPSession(page);
	const { origin } = new URL(page.url());
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
	await page.goto('/progress');
	const notice = page.getByRole('alert').filter({ hasText: 'brought it back' });
	await expect(notice).toContainText('Nothing is missing.', { timeout: 20_000 });
	expect(await kept(page)).toBe(0); // gathered in a segment by the merge
	await notice.getByRole('button', { name: 'Good' }).click();
	await expect(notice).toHaveCount(0);
	await page.goto('/settings');
	await expect(page.getByText('Everything that was ever saved here is here')).toBeVisible();
});

test('a record that this version can’t read is said and left where it is', async ({ page }) => {
	await page.goto('/settings');
	await alive(page);
	await expect(page.getByText('No answers yet.')).toBeVisible();
	await page.evaluate(
		() =>
			new Promise<void>((done) => {
				const opening = indexedDB.open('quern');
				opening.onsuccess = () => {
					const transaction = opening.result.transaction('attempts', 'readwrite');
					transaction.objectStore('attempts').add({ version: 99, from: 'the future' });
					transaction.oncomplete = () => {
						opening.result.close();
						done();
					};
				};
			})
	);
	await page.reload();
	await expect(
		page.getByText('One record from another version of Quern can’t be read')
	).toBeVisible();
	expect(await kept(page)).toBe(1);
});

test('an answer given in one tab is known in the others at once', async ({ page, context }) => {
	const library = await context.newPage();
	await library.goto('/');
	await alive(library);
	await expect(library.getByText(/\d+ facts, none asked yet/)).toBeVisible();
	await begin(page);
	await page.getByRole('button', { name: 'I don’t know' }).click();
	await expect(page.getByText('Saved on this device.')).toBeVisible();
	await expect(library.getByText('1 due')).toBeVisible();
	await expect(library.getByRole('heading', { name: 'One fact is due today' })).toBeVisible();
});
