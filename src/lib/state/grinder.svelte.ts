import workerURL from '$lib/worker?worker&url';
import type { Article } from '$lib/article/article';
import type { Progress } from '$lib/questions/grind';
import { fail, type Problem, type Result } from '$lib/result';
import type { Ground, Reply, Request } from '$lib/worker/messages';
import { areWeightsKept } from '$lib/worker/weights';
import { scriptURL } from './trusted';

/** Where the language model is: not asked for yet, on its way, here and kept for offline use, here this once, or not to be had. */
export type Model =
	| { state: 'unknown' }
	| { state: 'absent' }
	| { state: 'loading'; share: number }
	| { state: 'ready'; kept: boolean }
	| { state: 'failed'; problem: Problem };

const gone = fail({
	code: 'worker-failed',
	message: 'The part of the app that reads articles stopped. Reload the page and try again.'
});

/** Reads articles in a worker: one at a time, with progress, and stops when told. */
export class Grinder {
	model = $state.raw<Model>({ state: 'unknown' });
	progress = $state.raw<Progress | undefined>(undefined);
	/** Facts found so far, as sentences. */
	found = $state.raw<readonly string[]>([]);
	#worker: Worker | undefined;
	#job = 0;
	#done: ((result: Result<Ground>) => void) | undefined;

	/** Says whether the model is on this device, without loading it. */
	async look(): Promise<boolean> {
		const kept = await areWeightsKept();
		if (this.model.state === 'unknown')
			this.model = kept ? { state: 'ready', kept } : { state: 'absent' };
		return kept;
	}

	/** Fetches and opens the model, so that the first article need not wait. */
	load(): void {
		this.#send({ type: 'load' });
	}

	grind(article: Article, seed: string): Promise<Result<Ground>> {
		this.stop();
		this.#job++;
		this.progress = undefined;
		this.found = [];
		return new Promise((resolve) => {
			this.#done = resolve;
			this.#send({ type: 'grind', job: this.#job, article, options: { seed, top: 40 } });
		});
	}

	/** Stops the article that is being read, if any. */
	stop(): void {
		if (this.#done) this.#send({ type: 'cancel', job: this.#job });
	}

	/** Ends the worker and gives its memory back. */
	close(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#send(request: Request): void {
		this.#worker ??= this.#start();
		this.#worker.postMessage(request);
	}

	#start(): Worker {
		const worker = new Worker(scriptURL(workerURL), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data));
		worker.addEventListener('error', () => {
			this.close();
			this.#finish(gone);
		});
		return worker;
	}

	#hear(reply: Reply): void {
		if (reply.type === 'loading')
			this.model = { state: 'loading', share: reply.received / Math.max(1, reply.total) };
		else if (reply.type === 'loaded')
			this.model = reply.result.ok
				? { state: 'ready', kept: reply.result.value.kept }
				: { state: 'failed', problem: reply.result.error };
		else if (reply.job === this.#job) {
			if (reply.type === 'done') this.#finish(reply.result);
			else {
				this.progress = reply.progress;
				this.found = [...this.found, ...reply.found];
			}
		}
	}

	#finish(result: Result<Ground>): void {
		this.#done?.(result);
		this.#done = undefined;
		this.progress = undefined;
	}
}
