import { objections } from './axe';
import { alive, expect, first, test } from './fixtures';

const WIDTHS = [360, 1280];
const THEMES = ['light', 'dark'] as const;

for (const path of [...first.pages, '/no/such/page']) {
	for (const colorScheme of THEMES) {
		test.describe(() => {
			test.use({ colorScheme });
			test(`${path}, ${colorScheme}, has nothing that axe objects to`, async ({ page, watch }) => {
				watch.allow(/Not found/);
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 800 });
					await page.goto(path);
					await alive(page);
					expect(await objections(page), `at ${width} px`).toEqual([]);
				}
			});
		});
	}

	test(`${path} fits a screen of 320 px without scrolling sideways`, async ({ page, watch }) => {
		watch.allow(/Not found/);
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(path);
		await alive(page);
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(over).toBeLessThanOrEqual(0);
	});
}
