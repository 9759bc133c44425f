import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '../engines/chromium';
import { Driver } from '../engines/driver';
import { journey } from '../journey';
import { first, test } from './fixtures';

test('read, quiz, server stopped, browser killed, review: two missed facts come back by other questions', async ({
	app
}) => {
	const profile = await mkdtemp(join(tmpdir(), 'quern-journey-'));
	const driver = new Driver(chromium, profile, app, first);
	try {
		await driver.restart();
		await journey(driver, (name, action) => test.step(name, action));
	} finally {
		await driver.end();
		await rm(profile, { recursive: true, maxRetries: 10, retryDelay: 200 });
	}
});
