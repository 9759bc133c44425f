import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { alive } from './fixtures';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that axe finds broken, each with the elements that break it. */
export async function objections(page: Page): Promise<string[][]> {
	await alive(page);
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
		return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
	});
}
