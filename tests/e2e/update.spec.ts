import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { alive, expect, first, ownAssets, second, stored, test, versionsIn } from './fixtures';

const offer = (page: Page) => page.getByRole('button', { name: 'Use the new version' });

/** Looks for a new version as a return to the tab would, and waits for the end of its installation. */
const lookForUpdate = (page: Page): Promise<string | undefined> =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update();
		const worker = registration?.installing;
		if (worker)
			await new Promise<void>((done) => {
				worker.addEventListener('statechange', () => {
					if (worker.state === 'installed' || worker.state === 'redundant') done();
				});
			});
		return worker?.state ?? registration?.waiting?.state;
	});

/** Waits for the new version; the reload may fall into the question. */
const moved = (page: Page): Promise<void> =>
	expect(async () => expect(await versionsIn(page)).toEqual([second.version])).toPass();

const caches = (page: Page): Promise<string[]> =>
	page.evaluate(async () => (await window.caches.keys()).sort());

test.beforeEach(async ({ page }) => {
	await page.goto('/');
	await stored(page);
});

test('a new version waits to be accepted, then moves all tabs, and never mixes with the old', async ({
	page,
	context,
	app
}) => {
	const other = await context.newPage();
	await other.goto('/quiz/any');
	await alive(other);
	await app.deploy(second);

	// A reload does not take the new version in by the back door, neither before it is stored nor after.
	await page.reload();
	await expect(offer(page)).toBeVisible();
	await expect(offer(other)).toBeVisible();
	await page.reload();
	await expect(offer(page)).toBeVisible();
	for (const tab of [page, other]) expect(await versionsIn(tab)).toEqual([first.version]);

	// What the old pages may still load is there, although the server no longer has it.
	const old = first.files.filter((path) => path.includes('/immutable/'));
	expect(
		await other.evaluate(
			async (paths) =>
				(await Promise.all(paths.map((path) => fetch(path)))).every((answer) => answer.ok),
			old
		)
	).toBe(true);

	await offer(page).click();
	for (const tab of [page, other]) {
		await moved(tab);
		await alive(tab);
		await expect(offer(tab)).toBeHidden();
	}
	expect(await caches(page)).toEqual([`quern-app-${second.version}`]);

	await app.stop();
	await page.goto('/quiz/another');
	await alive(page);
	expect(await versionsIn(page)).toEqual([second.version]);
});

test('a page open since the first visit ever is moved as well', async ({ page, app }) => {
	await app.deploy(second);
	expect(await lookForUpdate(page)).toBe('installed');
	await offer(page).click();
	await moved(page);
});

test('the first visit ends without a reload', async ({ context, page }) => {
	let loads = 0;
	const fresh = await context.newPage();
	fresh.on('load', () => loads++);
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
	await page.close();
	await fresh.goto('/');
	await stored(fresh);
	await alive(fresh);
	expect(loads).toBe(1);
});

test('a version that the server replaces while it is being stored is refused', async ({
	page,
	app
}) => {
	await app.deploy(second);
	app.intercept = (path, response) => {
		if (path !== '/_app/version.json') return false;
		response.setHeader('Content-Type', 'application/json');
		response.end('{"version":"3"}');
		return true;
	};
	expect(await lookForUpdate(page)).toBe('redundant');
	await staysOld(page);
	app.intercept = () => false;
	expect(await lookForUpdate(page)).toBe('installed');
});

test('a deployment whose pages lag behind its service worker is refused', async ({ page, app }) => {
	await app.deploy(second);
	app.intercept = (path, response) => {
		if (path !== '/404.html') return false;
		response.setHeader('Content-Type', 'text/html');
		response.end(first.read('/404.html'));
		return true;
	};
	expect(await lookForUpdate(page)).toBe('redundant');
	await staysOld(page);
});

test('a deployment with a file missing is refused', async ({ page, app }) => {
	await app.deploy(second);
	const missing = ownAssets(second)[0];
	app.intercept = (path, response) => {
		if (path !== missing) return false;
		response.writeHead(404).end();
		return true;
	};
	expect(await lookForUpdate(page)).toBe('redundant');
	await staysOld(page);
});

test('a deployment that redirects a page is refused', async ({ page, app }) => {
	await app.deploy(second);
	app.intercept = (path, response) => {
		if (path !== '/404.html') return false;
		response.writeHead(302, { Location: '/' }).end();
		return true;
	};
	expect(await lookForUpdate(page)).toBe('redundant');
	await staysOld(page);
});

test('an address that does not exist, after a deployment, is shown once and not loaded for ever', async ({
	page,
	app,
	watch
}) => {
	watch.allow(/Not found: \/no\/such\/page/);
	await app.deploy(second);
	let loads = 0;
	page.on('load', () => loads++);
	await page.goto('/no/such/page');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await alive(page);
	await expect(offer(page)).toBeVisible();
	expect(loads).toBe(1);
	expect(await versionsIn(page)).toEqual([first.version]);
});

test('an answer that is still on its way to the disk is waited for, and is there afterwards', async ({
	page,
	app
}) => {
	const [deck] = readdirSync('questions');
	await page.goto(`/quiz/${deck}/sit?seed=update&length=5&kinds=choice`);
	await expect(page.getByRole('radio').first()).toBeVisible();
	await app.deploy(second);
	expect(await lookForUpdate(page)).toBe('installed');

	const release = await holdStorage(page);
	await page.keyboard.press('1');
	await page.keyboard.press('Enter');
	await offer(page).click();
	// Nothing tells that something will never happen: a while has to do.
	await page.waitForTimeout(1500);
	expect(await waitingState(page)).toBe('installed');
	expect(await versionsIn(page)).toEqual([first.version]);

	await release();
	await moved(page);
	await alive(page);
	expect(await page.evaluate(countAttempts)).toBe(1);
});

/** Keeps every other write waiting, as a slow disk would, until the result is called. */
async function holdStorage(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(
		() =>
			new Promise<void>((holding) => {
				const opening = indexedDB.open('quern');
				opening.onsuccess = () => {
					const stores = [...opening.result.objectStoreNames];
					const transaction = opening.result.transaction(stores, 'readwrite');
					const store = transaction.objectStore(stores[0] ?? '');
					const again = () => {
						if (document.documentElement.dataset.release) opening.result.close();
						else store.count().onsuccess = again;
					};
					again();
					holding();
				};
			})
	);
	return () => page.evaluate(() => void (document.documentElement.dataset.release = 'yes'));
}

const waitingState = (page: Page): Promise<string | undefined> =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);

const countAttempts = (): Promise<number> =>
	new Promise((done) => {
		const opening = indexedDB.open('quern');
		opening.onsuccess = () => {
			const counting = opening.result.transaction('attempts').objectStore('attempts').count();
			counting.onsuccess = () => {
				opening.result.close();
				done(counting.result);
			};
		};
	});

async function staysOld(page: Page): Promise<void> {
	expect(await caches(page)).toEqual([`quern-app-${first.version}`]);
	await page.goto('/quiz/any');
	await alive(page);
	expect(await versionsIn(page)).toEqual([first.version]);
}
