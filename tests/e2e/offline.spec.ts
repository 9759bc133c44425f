import { alive, expect, first, stored, test } from './fixtures';

test('after one visit the app opens without a network: every page, and a deck never looked at', async ({
	app,
	watch,
	startBrowser
}) => {
	const online = await startBrowser();
	const visit = await online.context.newPage();
	await visit.goto(app.url('/'));
	await stored(visit);
	await online.close();
	await app.stop();

	const { context } = await startBrowser();
	const page = await context.newPage();
	const pages = first.pages.filter((path) => path !== '/');
	for (const path of [...pages, ...pages.map((name) => `${name}/?from=link`), '/']) {
		await page.goto(app.url(path));
		await alive(page);
		await expect(page).toHaveTitle(/\S/);
	}
	watch.allow(/Not found: .a.b.c/);
	for (const path of ['/quiz/never-visited', '/a/b/c?d=e#f']) {
		await page.goto(app.url(path));
		await alive(page);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
});

test('everything that was built is stored, and nothing twice', async ({ page }) => {
	await page.goto('/');
	await stored(page);
	const kept = await page.evaluate(async () => {
		const paths: string[] = [];
		for (const name of await caches.keys())
			for (const request of await (await caches.open(name)).keys())
				paths.push(decodeURI(new URL(request.url).pathname));
		return paths.sort();
	});
	const pages = first.pages;
	const files = first.files.filter(
		(path) =>
			(!path.endsWith('.html') || path === '/404.html') &&
			path !== '/service-worker.js' &&
			!path.startsWith('/weights/')
	);
	expect(kept).toEqual([...pages, ...files].sort());
});

test('what was stored is what the server has, word for word', async ({ page }) => {
	await page.goto('/');
	await stored(page);
	for (const path of [...first.pages, '/404.html', '/_app/version.json', '/theme.js']) {
		const text = await page.evaluate(async (name) => {
			const response = await caches.match(name);
			return { text: await response?.text(), redirected: response?.redirected };
		}, path);
		expect(text).toEqual({ text: first.read(path), redirected: false });
	}
});

test('a killed browser opens the app again without a network', async ({ app, startBrowser }) => {
	const doomed = await startBrowser();
	const visit = await doomed.context.newPage();
	await visit.goto(app.url('/'));
	await stored(visit);
	await doomed.kill();
	await app.stop();

	const { context } = await startBrowser();
	const page = await context.newPage();
	await page.goto(app.url('/quiz/never-visited'));
	await alive(page);
});

test('a file that was never stored is an error, not the app under a false name', async ({
	page,
	app,
	watch
}) => {
	await page.goto('/');
	await stored(page);
	const status = () =>
		page.evaluate(() =>
			fetch('/_app/immutable/chunks/gone.js').then(
				(response) => response.status,
				() => 'no network'
			)
		);
	watch.allow(/gone\.js/);
	expect(await status()).toBe(404);
	await app.stop();
	expect(await status()).toBe('no network');
});
