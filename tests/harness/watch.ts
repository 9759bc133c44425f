import type { BrowserContext } from 'playwright';

/** Collects what must not happen behind a person's back: errors, violated policies, requests to others. */
export class Watch {
	readonly problems: string[] = [];
	#allowed: RegExp[] = [];

	constructor(private origin: string) {}

	follow(context: BrowserContext): void {
		// Violations of the content policy and of Trusted Types arrive as console errors.
		context.on('console', (message) => {
			if (message.type() === 'error') this.#note(`${message.text()} (${message.location().url})`);
		});
		context.on('weberror', (error) => this.#note(String(error.error())));
		context.on('request', (request) => {
			const url = new URL(request.url());
			if (/^(?:https?|wss?):$/.test(url.protocol) && url.origin !== this.origin)
				this.#note(`request to ${url.href}`);
		});
	}

	/** For a test in which something has to go wrong. */
	allow(pattern: RegExp): void {
		this.#allowed.push(pattern);
	}

	/** The problems so far, as taken note of by the test itself. */
	taken(): string[] {
		return this.problems.splice(0);
	}

	#note(problem: string): void {
		if (!this.#allowed.some((pattern) => pattern.test(problem))) this.problems.push(problem);
	}
}
