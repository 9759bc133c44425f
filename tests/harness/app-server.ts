import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { close, listen } from '$lib/server/listen';
import { site } from '$lib/server/site';
import type { Build } from './build';

/** Answers a request in the app's stead, or returns false to let the app answer. */
type Interception = (path: string, response: ServerResponse) => boolean;

/** The server of `npm start`, which a test can stop, and start again with another build. */
export class AppServer {
	readonly origin: string;
	/** For deployments that go wrong. */
	intercept: Interception = () => false;
	#server: Server | undefined;

	constructor(private port: number) {
		// Chromium calls only this name and https secure, and service workers want that.
		this.origin = `http://localhost:${port}`;
	}

	url(path: string): string {
		return this.origin + path;
	}

	/** Puts a build online, in the place of the one before it. */
	async deploy(build: Build): Promise<void> {
		await this.stop();
		const listener = site(build.folder);
		if (!listener.ok) throw new Error(listener.error.message);
		const server = await listen(
			(request: IncomingMessage, response: ServerResponse) => {
				const path = (request.url ?? '').replace(/\?.*$/, '');
				if (!this.intercept(path, response)) listener.value(request, response);
			},
			{ host: '127.0.0.1', port: this.port }
		);
		if (!server.ok) throw new Error(server.error.message);
		this.#server = server.value;
	}

	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = undefined;
		if (server) await close(server);
	}
}
