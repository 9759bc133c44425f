import { test as base, expect, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppServer } from '../harness/app-server';
import { Build } from '../harness/build';
import { ChromiumProcess } from '../harness/chromium-process';
import { Watch } from '../harness/watch';

/** Two versions of the app, built by tests/run.ts; they differ in nothing but the version. */
export const first = new Build('dist-e2e-1');
export const second = new Build('dist-e2e-2');

const PORT = Number(process.env.E2E_PORT ?? 4610);

interface Fixtures {
	/** The server, at first with build `first`. */
	app: AppServer;
	/** Fails the test for any console error, violated policy or foreign request in its contexts. */
	watch: Watch;
	/** Starts a browser on one profile that lives on disk as long as the test; call it again after `kill()`. */
	startBrowser: () => Promise<ChromiumProcess>;
}

export const test = base.extend<Fixtures>({
	app: async ({}, use, { parallelIndex }) => {
		const app = new AppServer(PORT + parallelIndex);
		await app.deploy(first);
		await use(app);
		await app.stop();
	},
	baseURL: async ({ app }, use) => use(app.origin),
	watch: [
		async ({ app }, use) => {
			const watch = new Watch(app.origin);
			await use(watch);
			expect(watch.problems).toEqual([]);
		},
		{ auto: true }
	],
	context: async ({ context, watch }, use) => {
		watch.follow(context);
		await use(context);
	},
	startBrowser: async ({ watch }, use) => {
		const profile = await mkdtemp(join(tmpdir(), 'quern-profile-'));
		let browser: ChromiumProcess | undefined;
		await use(async () => {
			browser = await ChromiumProcess.start(profile);
			watch.follow(browser.context);
			return browser;
		});
		await browser?.kill();
		await rm(profile, { recursive: true, maxRetries: 5 });
	}
});

export { expect };

/** Waits until the page's own code runs: kit mounts its announcer last. */
export const alive = (page: Page): Promise<void> =>
	expect(page.locator('#svelte-announcer')).toBeAttached();

/** Waits until the app is stored, and this page under its service worker. */
export const stored = async (page: Page): Promise<void> => {
	await expect
		.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
		.toBe('activated');
};

/** Versions of the builds that the page's scripts come from; more than one would be a mixture. */
export const versionsIn = async (page: Page): Promise<string[]> => {
	const text = await page.evaluate(() =>
		[
			document.documentElement.outerHTML,
			...performance.getEntriesByType('resource').map((entry) => entry.name)
		].join('\n')
	);
	return [first, second]
		.filter((build) => ownAssets(build).some((path) => text.includes(path)))
		.map((build) => build.version);
};

/** Files that only this one of the two builds has. */
export const ownAssets = (build: Build): string[] => {
	const others = new Set((build === first ? second : first).files);
	return build.files.filter((path) => path.includes('/immutable/') && !others.has(path));
};
