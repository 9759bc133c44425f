import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './tests/chromium';

export default defineConfig({
	testDir: 'tests/e2e',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	reportSlowTests: null,
	use: {
		launchOptions: {
			executablePath: await chromiumPath(),
			args: CHROMIUM_ARGS,
			// As people have it.
			ignoreDefaultArgs: ['--disable-back-forward-cache']
		}
	}
});
