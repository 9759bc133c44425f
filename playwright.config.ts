import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './tests/chromium';

export default defineConfig({
	testDir: 'tests/e2e',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	reportSlowTests: null,
	// Generous: no test is about speed, and machines are shared.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	use: {
		launchOptions: {
			executablePath: await chromiumPath(),
			args: CHROMIUM_ARGS,
			// As people have it.
			ignoreDefaultArgs: ['--disable-back-forward-cache']
		}
	}
});
