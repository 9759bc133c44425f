import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { shelf } from './src/shelf-plugin.ts';
import { CHROMIUM_ARGS, chromiumPath } from './tests/chromium.ts';

const launchOptions = process.env.VITEST
	? { executablePath: await chromiumPath(), args: CHROMIUM_ARGS }
	: {};

export default defineConfig({
	plugins: [sveltekit(), shelf()],
	worker: { format: 'es' },
	test: {
		// Machines are shared, and no test is about speed.
		testTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['src/**/*.svelte.test.ts', 'tests/browser/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
