import { pause } from './driver';

/** One session of a WebDriver (https://www.w3.org/TR/webdriver2/) at a port of this machine. */
export class WebDriverSession {
	private constructor(
		private address: string,
		private path: string
	) {}

	/** Waits for the driver to be up, and starts its browser. */
	static async start(address: string, capabilities: object): Promise<WebDriverSession> {
		while (!(await isReady(address))) await pause();
		const { sessionId } = (await call(`${address}/session`, 'POST', {
			capabilities: { alwaysMatch: capabilities }
		})) as { sessionId: string };
		const session = new WebDriverSession(address, `/session/${sessionId}`);
		await session.post('/timeouts', { script: 60_000, pageLoad: 60_000, implicit: 0 });
		return session;
	}

	post(path: string, body: object = {}): Promise<unknown> {
		return call(this.address + this.path + path, 'POST', body);
	}

	/** Awaits the expression's value in the page. */
	async evaluate(expression: string): Promise<unknown> {
		const script = `const done = arguments[arguments.length - 1];
			Promise.resolve().then(() => ${expression})
				.then((value) => done({ value }), (error) => done({ error: String(error) }));`;
		const result = (await this.post('/execute/async', { script, args: [] })) as {
			value?: unknown;
			error?: string;
		};
		if (result.error !== undefined) throw new Error(result.error);
		return result.value;
	}

	/** The path of the element that `find` returns, as soon as it returns one. */
	async element(find: string): Promise<string> {
		for (let tries = 0; tries < 200; tries++, await pause()) {
			const found = (await this.post('/execute/sync', {
				script: `return ${find}`,
				args: []
			})) as Record<string, string> | null;
			if (found) return `/element/${Object.values(found)[0]}`;
		}
		throw new Error(`Nothing on the page answers to ${find}`);
	}
}

async function call(url: string, method: string, body: object): Promise<unknown> {
	const response = await fetch(url, { method, body: JSON.stringify(body) });
	const { value } = (await response.json()) as { value: unknown };
	if (!response.ok) {
		const { error, message } = value as { error: string; message: string };
		throw new Error(`${error}: ${message}`);
	}
	return value;
}

const isReady = (address: string): Promise<boolean> =>
	fetch(`${address}/status`).then(
		async (response) => ((await response.json()) as { value: { ready: boolean } }).value.ready,
		() => false
	);
