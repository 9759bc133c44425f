import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firefox as playwright } from 'playwright';
import type { Engine } from './driver';
import { throughPlaywright } from './playwright-browser';
import { killGroup } from './processes';

const PROGRAM = '/usr/bin/firefox-esr';

/** Firefox as Debian ships it, through WebDriver BiDi. (Playwright's own Firefox would be another download.) */
export const firefox: Engine = {
	name: 'Firefox ESR',
	missing: () =>
		existsSync(PROGRAM) ? undefined : 'apt-get install --no-install-recommends firefox-esr',
	async launch(profile) {
		const pidFile = join(profile, 'quern-pid');
		const context = await playwright.launchPersistentContext(profile, {
			channel: 'moz-firefox',
			// Playwright does not tell the process that is to be killed: the script writes it down.
			executablePath: join(import.meta.dirname, 'firefox.sh'),
			env: { ...process.env, FIREFOX: PROGRAM, FIREFOX_PID_FILE: pidFile }
		});
		return throughPlaywright(context, async () => {
			const closed = new Promise((done) => context.once('close', done));
			await killGroup(Number(await readFile(pidFile, 'utf8')));
			await closed;
		});
	}
};
