import type { Browser, BrowserContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { objections } from './axe';
import { alive, expect, test } from './fixtures';
import type { AppServer } from '../harness/app-server';
import type { Watch } from '../harness/watch';

/** Answers some questions, all but the first as the key says or not at all. */
async function answer(page: Page, questions: number, seed = 's'): Promise<void> {
	await page.goto(`/quiz/pakistan-azerbaijan/sit?seed=${seed}&length=5&kinds=choice`);
	await alive(page);
	for (let n = 0; n < questions; n++) {
		await expect(page.getByText(`Question ${n + 1} of 5`)).toBeVisible();
		await page.keyboard.press('1');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Saved on this device.')).toBeVisible();
		await page.keyboard.press('Enter');
	}
}
async function settings(page: Page): Promise<void> {
	await page.goto('/settings');
	await alive(page);
	await expect(page.getByRole('heading', { name: 'Restore' })).toBeVisible();
}
async function backup(page: Page): Promise<Buffer> {
	await settings(page);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save a backup' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^quern-\d{4}-\d\d-\d\d\.quern-backup$/);
	await expect(page.getByText(/^Saved as quern-/)).toBeVisible();
	return readFile(await download.path());
}
const choose = (page: Page, buffer: Buffer, name = 'mine.quern-backup') =>
	page
		.getByLabel('Choose a backup')
		.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
async function bring(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Bring it in' }).click();
	await expect(page.getByText(/came in\. What was here before is kept/)).toBeVisible();
}
/** How the deck stands, as the library tells it. */
async function standing(page: Page): Promise<string> {
	await page.goto('/');
	await alive(page);
	const sentence = page.locator('.contents .facts').first();
	await expect(sentence).not.toHaveText(/none asked yet/);
	return (await sentence.textContent()) ?? '';
}
async function otherDevice(
	browser: Browser,
	app: AppServer,
	watch: Watch
): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ baseURL: app.origin });
	watch.follow(context);
	return { context, page: await context.newPage() };
}

test('a backup goes to another device, and everything stands there as it did here', async ({
	page,
	browser,
	app,
	watch
}) => {
	await answer(page, 3);
	const before = await standing(page);
	const file = await backup(page);
	await expect(
		page.getByText(/The last backup was saved on .* No answers have come since/)
	).toBeVisible();

	const { context, page: other } = await otherDevice(browser, app, watch);
	await settings(other);
	await choose(other, file);
	await expect(other.getByRole('listitem').filter({ hasText: /^You/ })).toContainText(
		/Three answers and one unfinished quiz come in/i
	);
	await bring(other);
	expect(await standing(other)).toBe(before);
	// The quiz that was begun there goes on here.
	await other
		.getByRole('listitem')
		.filter({ hasText: 'Question' })
		.getByRole('link')
		.first()
		.click();
	await expect(other.getByText('Question 4 of 5')).toBeVisible();

	await test.step('a second time nothing is doubled', async () => {
		await settings(other);
		await choose(other, file);
		await expect(other.getByText('All of it is here already. Nothing would change.')).toBeVisible();
		await expect(other.getByRole('button', { name: 'Bring it in' })).toHaveCount(0);
		await other.getByRole('button', { name: 'Close' }).click();
		expect(await standing(other)).toBe(before);
	});
	await context.close();
});

test('a backup that was cut short is refused in a sentence, and nothing changes', async ({
	page,
	browser,
	app,
	watch
}) => {
	await answer(page, 2);
	const file = await backup(page);
	const { context, page: other } = await otherDevice(browser, app, watch);
	await settings(other);
	await choose(other, file.subarray(0, file.length - 40));
	await expect(other.getByRole('alert')).toContainText(
		'This backup is cut short: its end is missing, as after a copy or a download that stopped. Nothing has been changed.'
	);
	await expect(other.getByText('No answers yet.')).toBeVisible();
	for (const [wrong, sentence] of [
		[Buffer.from('PK\u0003\u0004 and so on'), 'zip archive'],
		[Buffer.from('{"cards": []}'), 'another program'],
		[await readFile('questions/pakistan-azerbaijan/deck.json'), 'This is a Quern deck']
	] as const) {
		await choose(other, wrong, 'x.bin');
		await expect(other.getByRole('alert')).toContainText(sentence);
	}
	await expect(other.getByText('No answers yet.')).toBeVisible();
	await context.close();
});

test('answers of somebody else are kept apart, and mine stay as they are', async ({
	page,
	browser,
	app,
	watch
}) => {
	await answer(page, 2, 'theirs');
	const file = await backup(page);
	const { context, page: other } = await otherDevice(browser, app, watch);
	await answer(other, 3, 'mine');
	const mine = await standing(other);
	await settings(other);
	await choose(other, file);
	await expect(other.getByRole('group', { name: 'Whose answers are these?' })).toBeVisible();
	expect(await objections(other)).toEqual([]);
	// It has to be said first.
	await other.getByRole('button', { name: 'Bring it in' }).click();
	await expect(other.getByRole('alert')).toHaveText('Say first whose they are.');
	await expect(other.getByRole('radio', { name: /^Mine/ })).toBeFocused();
	await other.getByRole('radio', { name: /^Somebody else/ }).check();
	await expect(other.getByText(/From another device, new here: Two answers/i)).toBeVisible();
	await other.getByRole('button', { name: 'Bring it in' }).click();
	await expect(other.getByText(/^Two answers came in/)).toBeVisible();
	expect(await standing(other)).toBe(mine);

	await settings(other);
	await choose(other, file);
	await expect(other.getByText('All of it is here already. Nothing would change.')).toBeVisible();
	await context.close();
});

test('a file that is dropped is read, and what was here before it is kept as a copy', async ({
	page,
	browser,
	app,
	watch
}) => {
	await answer(page, 2, 'theirs');
	const file = await backup(page);
	const { context, page: other } = await otherDevice(browser, app, watch);
	await answer(other, 3, 'mine');
	await settings(other);
	await expect(other.getByText('There is none yet.')).toBeVisible();
	const data = await other.evaluateHandle(
		(bytes) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.quern-backup'));
			return transfer;
		},
		[...file]
	);
	await other.dispatchEvent('main', 'drop', { dataTransfer: data });
	await expect(other.getByText('dropped.quern-backup')).toBeVisible();
	await expect(other.getByRole('heading', { name: 'What this file would change' })).toBeFocused();
	await other.getByRole('radio', { name: /^Mine/ }).check();
	await bring(other);
	await expect(other.getByText('Five answers are kept in this browser')).toBeVisible();

	const copy = other.getByRole('listitem').filter({ hasText: 'before a restore' });
	const [download] = await Promise.all([
		other.waitForEvent('download'),
		copy.getByRole('button', { name: 'Save it as a file' }).click()
	]);
	const saved = gunzipSync(await readFile(await download.path())).toString();
	expect(saved.split('\n').filter((line) => line.startsWith('{"attempt"'))).toHaveLength(3);
	await copy.getByRole('button', { name: 'See what it would change' }).click();
	await expect(other.getByText('All of it is here already. Nothing would change.')).toBeVisible();
	await context.close();
});

test('backups go into a folder, the newest five stay, and none is replaced by a poorer one', async ({
	page
}) => {
	// A real folder needs the browser's own dialogue: the origin's private one behaves the same.
	await page.addInitScript(() => {
		Object.assign(globalThis, {
			showDirectoryPicker: async () =>
				(await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true })
		});
	});
	const names = () =>
		page.evaluate(async () => {
			const root = await navigator.storage.getDirectory();
			const folder = await root.getDirectoryHandle('Backups');
			const found: string[] = [];
			for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys())
				found.push(name);
			return found.sort();
		});
	await page.clock.install({ time: new Date('2026-11-20T10:00:00') });
	await page.clock.resume();
	await answer(page, 1);
	await settings(page);
	await page.getByRole('button', { name: 'Choose a folder' }).click();
	await expect(page.getByText('Saved there as quern-2026-11-20.quern-backup.')).toBeVisible();
	await expect(page.getByText(/goes into your folder “Backups”/)).toBeVisible();

	for (let day = 21; day <= 27; day++) {
		await page.clock.setFixedTime(new Date(`2026-11-${day}T10:00:00`));
		await page.getByRole('button', { name: 'Save one there now' }).click();
		await expect(page.getByText(`Saved there as quern-2026-11-${day}.quern-backup.`)).toBeVisible();
	}
	expect(await names()).toEqual(
		[23, 24, 25, 26, 27].map((day) => `quern-2026-11-${day}.quern-backup`)
	);

	// After a loss the backup of the same day has less in it: the fuller one stays beside it.
	await page.evaluate(
		() =>
			new Promise<void>((done) => {
				const opening = indexedDB.open('quern');
				opening.onsuccess = () => {
					const transaction = opening.result.transaction(['attempts', 'segments'], 'readwrite');
					transaction.objectStore('attempts').clear();
					transaction.objectStore('segments').clear();
					transaction.oncomplete = () => {
						opening.result.close();
						done();
					};
				};
			})
	);
	await page.getByRole('button', { name: 'Save one there now' }).click();
	await expect(page.getByText('Saved there as quern-2026-11-27-2.quern-backup.')).toBeVisible();
	expect(await names()).toContain('quern-2026-11-27.quern-backup');

	await page.evaluate(async () =>
		(await navigator.storage.getDirectory()).removeEntry('Backups', { recursive: true })
	);
	await page.reload();
	await expect(page.getByText(/Your folder “Backups” can’t be found/)).toBeVisible();
});
