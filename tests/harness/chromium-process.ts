import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';

/**
 * A Chromium with a profile on disk, as a group of processes of its own: it can be killed or frozen whole,
 * as by a flat battery. (Playwright's own contexts keep IndexedDB in memory, and its persistent ones don't
 * tell the process.)
 */
export class ChromiumProcess {
	private constructor(
		private group: ChildProcess,
		private browser: Browser,
		readonly context: BrowserContext
	) {}

	/** @param profile an empty folder, or the one of an earlier run */
	static async start(profile: string, args: readonly string[] = []): Promise<ChromiumProcess> {
		const group = spawn(
			await chromiumPath(),
			[
				...CHROMIUM_ARGS,
				'--headless=new',
				'--remote-debugging-port=0',
				`--user-data-dir=${profile}`,
				'--no-default-browser-check',
				'--password-store=basic',
				'--use-mock-keychain',
				...args,
				'about:blank'
			],
			{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
		);
		try {
			const browser = await chromium.connectOverCDP(await debuggingAddress(group));
			const context = browser.contexts()[0];
			if (!context) throw new Error('Chromium started without a profile.');
			return new ChromiumProcess(group, browser, context);
		} catch (error) {
			signal(group, 'SIGKILL');
			throw error;
		}
	}

	/** Ends every process at once; nothing gets the chance to write. */
	async kill(): Promise<void> {
		const gone = this.#exited();
		signal(this.group, 'SIGKILL');
		await gone;
		await this.browser.close();
	}

	/** Halts every process where it stands, until it is killed. */
	freeze(): void {
		signal(this.group, 'SIGSTOP');
	}

	/** Lets the browser end in order. */
	async close(): Promise<void> {
		const gone = this.#exited();
		const session = await this.browser.newBrowserCDPSession();
		await session.send('Browser.close');
		await gone;
	}

	#exited(): Promise<unknown> {
		const { exitCode, signalCode } = this.group;
		return exitCode === null && signalCode === null ? once(this.group, 'exit') : Promise.resolve();
	}
}

async function debuggingAddress(group: ChildProcess): Promise<string> {
	const said: string[] = [];
	if (group.stderr) {
		for await (const line of createInterface({ input: group.stderr })) {
			const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
			if (address) {
				group.stderr.resume();
				return address;
			}
			said.push(line);
		}
	}
	throw new Error(`Chromium did not start:\n${said.join('\n')}`);
}

function signal(group: ChildProcess, name: NodeJS.Signals): void {
	if (group.pid) process.kill(-group.pid, name);
}
