import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ChromiumProcess } from '../harness/chromium-process';

/** Chromium is moving IndexedDB from LevelDB to SQLite; the files of a profile tell which it uses. */
export const BACKENDS = [
	{
		name: 'LevelDB',
		args: ['--disable-features=IdbSqliteBackingStore'],
		isSigned: (names: string) => names.includes('.leveldb')
	},
	{
		name: 'SQLite',
		args: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
		isSigned: (names: string) => names !== '' && !names.includes('.leveldb')
	}
] as const;
export type Backend = (typeof BACKENDS)[number];

/** Where a case takes place: a backend, the page that writes, a folder for profiles. */
export class Place {
	#running: ChromiumProcess | undefined;

	constructor(
		readonly backend: Backend,
		readonly origin: string,
		readonly folder: string
	) {}

	newProfile(): string {
		return mkdtempSync(join(this.folder, 'profile-'));
	}

	/** Starts a browser on a profile and opens the page in it. */
	async open(profile: string, writer = 'app'): Promise<Opened> {
		const browser = await ChromiumProcess.start(profile, this.backend.args);
		this.#running = browser;
		const page = await browser.context.newPage();
		await page.goto(`${this.origin}/?writer=${writer}`);
		await page.waitForFunction(() => 'harness' in globalThis);
		return { browser, page };
	}

	/** Whether the profile's databases are of this backend. */
	isRight(profile: string): boolean {
		const names = readdirSync(databasesOf(profile), { recursive: true, encoding: 'utf8' });
		return this.backend.isSigned(names.join(' '));
	}

	/** Ends what still runs. */
	async end(): Promise<void> {
		await this.#running?.kill().catch(() => undefined);
	}
}

export interface Opened {
	browser: ChromiumProcess;
	page: Page;
}

export const databasesOf = (profile: string): string => join(profile, 'Default/IndexedDB');

/** One line of the report. */
export interface Outcome {
	ok: boolean;
	/** What was done and what came of it. */
	line: string;
}

/** Cases say what came of them one by one. */
export type Cases = (place: Place) => AsyncIterable<Outcome>;
