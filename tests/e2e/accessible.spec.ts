import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { alive, expect, first, test } from './fixtures';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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

/** The rules that axe finds broken, each with the elements that break it. */
async function objections(page: Page): Promise<string[][]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
		return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
	});
}
