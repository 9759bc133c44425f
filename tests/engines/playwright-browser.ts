import type { BrowserContext } from 'playwright';
import type { EngineBrowser } from './driver';

/** A browser that Playwright drives, once it runs. */
export async function throughPlaywright(
	context: BrowserContext,
	kill: () => Promise<void>
): Promise<EngineBrowser> {
	const page = context.pages()[0] ?? (await context.newPage());
	return {
		goto: async (url) => void (await page.goto(url)),
		evaluate: (expression) => page.evaluate(expression),
		click: (role, name) => page.getByRole(role, { name, exact: true }).click(),
		type: (name, text) => page.getByLabel(name, { exact: true }).pressSequentially(text),
		press: (key) => page.keyboard.press(key),
		kill
	};
}
