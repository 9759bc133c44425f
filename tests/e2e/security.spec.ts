import { alive, expect, first, stored, test } from './fixtures';

// The fixture `watch` fails each of these for a violated policy or a request to another site.

for (const path of [...first.pages, '/quiz/never-visited']) {
	test(`${path} keeps to its policies and asks no other site for anything`, async ({
		page,
		request
	}) => {
		const { status, headers } = await request.get(path).then((answer) => ({
			status: answer.status(),
			headers: answer.headers()
		}));
		expect(status).toBe(200);
		expect(headers).toMatchObject({
			'content-security-policy': "frame-ancestors 'none'",
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin'
		});
		await page.goto(path);
		await alive(page);
		await stored(page);
		const policy = await page
			.locator('meta[http-equiv="content-security-policy"]')
			.getAttribute('content');
		for (const directive of [
			"default-src 'none'",
			"base-uri 'none'",
			"object-src 'none'",
			"require-trusted-types-for 'script'"
		])
			expect(policy).toContain(directive);
		expect(policy).not.toMatch(/'unsafe-(?:inline|eval)'|https?:|\*/);
	});
}

test('kit’s announcer is hidden by its own style, which the policy lets through', async ({
	page
}) => {
	await page.goto('/');
	await alive(page);
	await expect(page.locator('#svelte-announcer')).toHaveCSS('position', 'absolute');
	await expect(page.locator('#svelte-announcer')).toHaveCSS('width', '1px');
});

test('raw HTML and foreign scripts are refused, and this suite would notice', async ({
	page,
	watch
}) => {
	await page.goto('/');
	await alive(page);
	const refused = await page.evaluate(() => {
		const attempts = [
			() => (document.createElement('div').innerHTML = '<i>x</i>'),
			() => (document.createElement('script').text = '1'),
			() => new Worker('https://example.org/worker.js')
		];
		return attempts.map((attempt) => {
			try {
				attempt();
				return 'allowed';
			} catch (error) {
				return (error as Error).name;
			}
		});
	});
	expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
	await expect.poll(() => watch.taken().join('\n')).toMatch(/Trusted/);
});

test('an inline style is refused, and this suite would notice', async ({ page, watch }) => {
	await page.goto('/');
	await alive(page);
	await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
	await expect.poll(() => watch.taken().join('\n')).toMatch(/style-src-attr/);
});

test('no other site can be reached from a page', async ({ page, watch }) => {
	await page.goto('/');
	await alive(page);
	const reached = await page.evaluate(() =>
		fetch('https://example.org/').then(
			() => true,
			() => false
		)
	);
	expect(reached).toBe(false);
	await expect.poll(() => watch.taken().join('\n')).toMatch(/connect-src/);
});

test('no page can be framed', async ({ page, app, watch }) => {
	watch.allow(/ERR_BLOCKED_BY_RESPONSE/);
	app.intercept = (path, response) => {
		if (path !== '/trap.html') return false;
		response.setHeader('Content-Type', 'text/html');
		response.end('<link rel="icon" href="data:,"><iframe src="/"></iframe>');
		return true;
	};
	await page.goto('/trap.html');
	await expect.poll(() => watch.taken().join('\n')).toMatch(/frame-ancestors/);
	await expect(page.frameLocator('iframe').getByRole('heading')).toHaveCount(0);
});

test('a theme chosen earlier holds from the first paint; blocked storage breaks nothing', async ({
	page
}) => {
	await page.goto('/');
	await page.evaluate(() => localStorage.setItem('quern-theme', 'dark'));
	await page.reload({ waitUntil: 'commit' });
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.evaluate(() => localStorage.setItem('quern-theme', '<script>'));
	await page.reload();
	await expect(page.locator('html')).not.toHaveAttribute('data-theme');
	await page.addInitScript(() =>
		Object.defineProperty(window, 'localStorage', {
			get() {
				throw new DOMException('blocked', 'SecurityError');
			}
		})
	);
	await page.reload();
	await alive(page);
});
