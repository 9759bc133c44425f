import { createContext } from 'svelte';
import type { Problem } from '$lib/result';
import { scriptURL } from './trusted';

type Hook = () => void | Promise<void>;

/**
 * The service worker as the pages see it: is the app stored for offline use, and does a newer version wait?
 * A new version takes over only when the person says so, in all tabs at once.
 */
export class AppUpdate {
	/** A newer version is stored and waits for `accept()`. */
	ready = $state(false);
	/** The app is stored: it opens without a network. */
	offlineReady = $state(false);
	/** Why the app can't be stored, or why this tab did not change to the new version. */
	problem = $state.raw<Problem>();

	#waiting: ServiceWorker | null = null;
	#hooks = new Set<Hook>();
	#firstInstall = true;
	#container: ServiceWorkerContainer | null;
	#reload: () => void;

	/** The parameters stand for the browser's own, so that a test can bring others. */
	constructor(
		container: ServiceWorkerContainer | null = globalThis.navigator?.serviceWorker ?? null,
		reload = () => location.reload()
	) {
		this.#container = container;
		this.#reload = reload;
	}

	/** Starts the service worker; once, from the root layout. Never throws: see `problem`. */
	async register(): Promise<void> {
		const container = this.#container;
		if (!container) {
			this.problem = {
				code: 'no-service-worker',
				message:
					'This browser can’t keep the app for offline use at this address. An address that begins with https:// may help.'
			};
			return;
		}
		this.#firstInstall = !container.controller;
		container.addEventListener('controllerchange', () => void this.#changed());
		try {
			// The page itself comes first: storing the rest takes all of a slow network.
			await loaded();
			const registration = await container.register(scriptURL('/service-worker.js'), {
				updateViaCache: 'none'
			});
			// A page that was reloaded past the worker has no controller either. (While it is still activating,
			// in another tab's first visit, it has yet to claim this one.)
			if (registration.active?.state === 'activated') this.#firstInstall = false;
			this.#watch(registration);
		} catch (error) {
			this.problem = { ...NOT_STORED, where: String(error) };
		}
	}

	/**
	 * Has `hook` awaited before the page is reloaded into a new version. If it fails, the page stays. It may
	 * run more than once.
	 * @returns takes the hook away again
	 */
	beforeReload(hook: Hook): () => void {
		this.#hooks.add(hook);
		return () => this.#hooks.delete(hook);
	}

	/** Saves what this page has open, and moves all tabs to the new version. */
	async accept(): Promise<void> {
		if (!(await this.#saved())) return;
		if (this.#waiting) this.#waiting.postMessage('SKIP_WAITING');
		else this.#reload();
	}

	#watch(registration: ServiceWorkerRegistration): void {
		this.#follow(registration.waiting);
		this.#follow(registration.installing);
		registration.addEventListener('updatefound', () => this.#follow(registration.installing));
		void this.#container?.ready.then(() => (this.offlineReady = true));
		document.addEventListener('visibilitychange', () => {
			// Rejects without a network, or while the server changes: asked again at the next look.
			if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
		});
	}

	/** Without a controller an installed worker is the first one, and nobody has to be asked. */
	#follow(worker: ServiceWorker | null): void {
		if (!worker) return;
		const look = () => {
			if (worker.state === 'installed' && !this.#firstInstall) {
				this.#waiting = worker;
				this.ready = true;
			} else if (worker === this.#waiting && worker.state !== 'installed') {
				// Taken over, or pushed aside by a version newer still.
				this.#waiting = null;
				this.ready = false;
			} else if (worker.state === 'redundant' && this.#firstInstall) {
				this.problem = NOT_STORED;
			}
		};
		look();
		worker.addEventListener('statechange', look);
	}

	/** Another version of the app answers from now on. */
	async #changed(): Promise<void> {
		if (this.#firstInstall) {
			this.#firstInstall = false;
			return;
		}
		if (await this.#saved()) this.#reload();
		// The offer stays up, so that the person can try again.
		else this.ready = true;
	}

	async #saved(): Promise<boolean> {
		const results = await Promise.allSettled([...this.#hooks].map(async (hook) => hook()));
		const failed = results.find((result) => result.status === 'rejected');
		this.problem = failed && {
			code: 'not-saved',
			message:
				'What is open on this page could not be saved, so the old version stays here for now.',
			where: String(failed.reason)
		};
		return !failed;
	}
}

const NOT_STORED: Problem = {
	code: 'not-stored',
	message: 'The app could not be stored for offline use. It works as long as there is a network.'
};

const loaded = (): Promise<unknown> =>
	document.readyState === 'complete'
		? Promise.resolve()
		: new Promise((done) => addEventListener('load', done, { once: true }));

export const [getUpdate, setUpdate] = createContext<AppUpdate>();
