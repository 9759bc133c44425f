import { alive, expect, first, stored, test } from './fixtures';

interface Icon {
	src: string;
	sizes: string;
	type: string;
	purpose: string;
}
const manifest = JSON.parse(first.read('/manifest.webmanifest')) as Record<string, string> & {
	icons: Icon[];
};

test('the browser would install the app', async ({ page, context }) => {
	await page.goto('/');
	await alive(page);
	await stored(page);
	const session = await context.newCDPSession(page);
	const { errors, url } = await session.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	expect(new URL(url).pathname).toBe('/manifest.webmanifest');
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	// Test contexts are off the record, and that is all that may be wrong.
	const reasons = installabilityErrors.map((error) => error.errorId);
	expect(reasons.filter((reason) => reason !== 'in-incognito')).toEqual([]);
});

test('the manifest says what the app is and where it starts', () => {
	expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });
	for (const key of ['name', 'short_name', 'description', 'theme_color', 'background_color'])
		expect(manifest[key]).toMatch(/\S/);
	expect(manifest.short_name?.length).toBeLessThanOrEqual(12);
	expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
		expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable'])
	);
});

test('every icon is there and as large as it says', async ({ page }) => {
	await page.goto('/');
	const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
	const named = manifest.icons.map(({ src, sizes }) => ({ src, sizes }));
	for (const { src, sizes } of [...named, { src: touch ?? '', sizes: '180x180' }]) {
		const { width, height } = await page.evaluate(async (url) => {
			const image = new Image();
			image.src = url;
			await image.decode();
			return { width: image.naturalWidth, height: image.naturalHeight };
		}, src);
		if (sizes === 'any') expect(width).toBeGreaterThan(0);
		else expect(`${width}x${height}`).toBe(sizes);
	}
});

test('a maskable icon may be cut to any shape: only plain ground beyond the inner 80 %', async ({
	page
}) => {
	await page.goto('/');
	for (const { src } of manifest.icons.filter(({ purpose }) => purpose === 'maskable')) {
		const colours = await page.evaluate(async (url) => {
			const image = new Image();
			image.src = url;
			await image.decode();
			const size = image.naturalWidth;
			const canvas = new OffscreenCanvas(size, size);
			const context = canvas.getContext('2d');
			context?.drawImage(image, 0, 0);
			const pixels = context?.getImageData(0, 0, size, size).data ?? [];
			const beyond = new Set<string>();
			for (let y = 0; y < size; y++)
				for (let x = 0; x < size; x++)
					if (Math.hypot(x - size / 2, y - size / 2) > 0.4 * size)
						beyond.add([...pixels.slice(4 * (y * size + x), 4 * (y * size + x) + 4)].join());
			return [...beyond];
		}, src);
		expect(colours).toHaveLength(1);
		expect(colours[0]).toMatch(/,255$/);
	}
});
