import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';

beforeEach(() => {
	vi.stubEnv('CHROMIUM_PATH', '');
	vi.stubEnv('CHROMIUM_BUNDLED', '');
});
afterEach(() => void vi.unstubAllEnvs());

test('whoever names a Chromium gets that one', async () => {
	vi.stubEnv('CHROMIUM_PATH', '/opt/my/chromium');
	expect(await chromiumPath()).toBe('/opt/my/chromium');
});

// The package has no build for other machines; those need a browser of their own.
if (process.platform === 'linux' && process.arch === 'x64') {
	test('a machine without a browser gets the packaged one, which finds its fonts although the project was moved', async () => {
		vi.stubEnv('CHROMIUM_BUNDLED', '1');
		const path = await chromiumPath();
		const fonts = join(dirname(path), 'fonts.conf');
		await writeFile(fonts, '<fontconfig><dir>/where/it/was/before</dir></fontconfig>');
		expect(await chromiumPath()).toBe(path);
		expect(await readFile(fonts, 'utf8')).toContain(`<dir>${dirname(path)}/fonts</dir>`);

		const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_ARGS });
		const page = await browser.newPage();
		await page.setContent('<span style="font: 20px serif">A quern grinds corn</span>');
		const { width } = (await page.locator('span').boundingBox()) ?? { width: 0 };
		await browser.close();
		expect(width).toBeGreaterThan(100);
	}, 120_000);
}
