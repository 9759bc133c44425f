import type { AppServer } from '../harness/app-server';
import type { Build } from '../harness/build';

/** A running browser of one engine, on one profile. */
export interface EngineBrowser {
	goto(url: string): Promise<void>;
	/** Evaluates an expression in the page; promises are awaited, results are JSON. */
	evaluate(expression: string): Promise<unknown>;
	/** Clicks the element of that ARIA role and accessible name. */
	click(role: Role, name: string): Promise<void>;
	/** Puts text into the field of that accessible name, as if typed. */
	type(name: string, text: string): Promise<void>;
	press(key: Key): Promise<void>;
	/** SIGKILL to every process of the browser. */
	kill(): Promise<void>;
}

export interface Engine {
	name: string;
	/** What to install, if the engine is not here. */
	missing(): string | undefined;
	/** Starts the browser on a profile that lives on disk: an empty folder, or that of an earlier start. */
	launch(profile: string): Promise<EngineBrowser>;
}

export type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'option' | 'menuitem' | 'tab';
export type Key = keyof typeof KEYS | (string & {});

/** Names of keys as Playwright has them, and their codes in WebDriver (§ 17.4.2). Others are typed as they are. */
export const KEYS = {
	Enter: '\uE007',
	Tab: '\uE004',
	Escape: '\uE00C',
	Space: ' ',
	ArrowLeft: '\uE012',
	ArrowUp: '\uE013',
	ArrowRight: '\uE014',
	ArrowDown: '\uE015'
} as const;

const PATIENCE = 30_000;

/** What a journey can do, in whatever engine. */
export class Driver {
	#browser: EngineBrowser | undefined;

	constructor(
		private engine: Engine,
		private profile: string,
		private server: AppServer,
		private build: Build
	) {}

	get engineName(): string {
		return this.engine.name;
	}

	goto(path: string): Promise<void> {
		return this.#running.goto(this.server.url(path));
	}

	/** Runs a self-contained function in the page. */
	evaluate<Args extends unknown[], T>(
		action: (...args: Args) => T | Promise<T>,
		...args: Args
	): Promise<T> {
		// The compiler may wrap inner functions in its helper `__name`, which no page has.
		const expression = `((__name) => (${String(action)})(...${JSON.stringify(args)}))((f) => f)`;
		return this.#running.evaluate(expression) as Promise<T>;
	}

	/** Waits until the function's result is truthy, through reloads too, and gives that result. */
	async until<Args extends unknown[], T>(
		action: (...args: Args) => T | Promise<T>,
		...args: Args
	): Promise<T> {
		let last: unknown;
		for (const end = Date.now() + PATIENCE; Date.now() < end; await pause()) {
			try {
				const result = await this.evaluate(action, ...args);
				if (result) return result;
				last = result;
			} catch (error) {
				last = error;
			}
		}
		throw new Error(`Still ${String(last)} after ${PATIENCE / 1000} s: ${String(action)}`);
	}

	/** Waits for the first match of a CSS selector to have text, and gives that, trimmed. */
	text(selector: string): Promise<string> {
		return this.until(
			(wanted) => document.querySelector(wanted)?.textContent?.trim() ?? '',
			selector
		);
	}

	click(role: Role, name: string): Promise<void> {
		return this.#running.click(role, name);
	}

	type(name: string, text: string): Promise<void> {
		return this.#running.type(name, text);
	}

	press(key: Key): Promise<void> {
		return this.#running.press(key);
	}

	/** As if the battery had fallen out. */
	async kill(): Promise<void> {
		await this.#running.kill();
		this.#browser = undefined;
	}

	/** Starts the browser, after `kill()` on what that left on disk. */
	async restart(): Promise<void> {
		this.#browser = await this.engine.launch(this.profile);
	}

	startServer(): Promise<void> {
		return this.server.deploy(this.build);
	}

	stopServer(): Promise<void> {
		return this.server.stop();
	}

	/** Ends whatever runs. */
	async end(): Promise<void> {
		await this.#browser?.kill();
		await this.server.stop();
	}

	get #running(): EngineBrowser {
		if (!this.#browser) throw new Error('The browser is not running: restart() it first.');
		return this.#browser;
	}
}

/** Names a step of a journey and counts it; the first that fails ends the journey. */
export type Step = (name: string, action: () => Promise<void>) => Promise<void>;

/** What a person does from beginning to end; the server and the browser run when it starts. */
export type Journey = (driver: Driver, step: Step) => Promise<void>;

export const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 50));
