import { ChromiumProcess } from '../harness/chromium-process';
import type { Engine } from './driver';
import { throughPlaywright } from './playwright-browser';

export const chromium: Engine = {
	name: 'Chromium',
	// The project brings its own.
	missing: () => undefined,
	async launch(profile) {
		const browser = await ChromiumProcess.start(profile);
		return throughPlaywright(browser.context, () => browser.kill());
	}
};
