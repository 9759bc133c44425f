/** The engine in a thread of its own: loads the weights once, grinds one article after the other, stops when asked. */
import { loadParser } from '$lib/language/load';
import type { Parser } from '$lib/language/parse';
import { grind, type Step } from '$lib/questions/grind';
import { fail, type Result } from '$lib/result';
import type { Ground, Reply, Request } from './messages';
import { warmUp } from './warm-up';
import { fetchWeights } from './weights';

/** Milliseconds after which an article is given up. */
const TIME_LIMIT = 120_000;
/** Milliseconds of work between two looks at what the page asks. */
const BREATH = 50;
/** Milliseconds before anything is told of the way: to look for facts to show would only make a short article longer. */
const SILENCE = 500;

const tell = (reply: Reply): void => {
	globalThis.postMessage(reply);
};
const cancelled = new Set<number>();
/** Articles that were asked for and are not done. */
let waiting = 0;
let parser: Promise<Result<Parser>> | undefined;

const stopped = fail({ code: 'cancelled', message: 'Stopped. Nothing was kept of it.' });
const tooLong = fail({
	code: 'time-limit',
	message: 'This text takes this device longer than two minutes. Paste a part of it, a chapter say.'
});

globalThis.addEventListener('message', ({ data }: MessageEvent<Request>) => {
	if (data.type === 'cancel') cancelled.add(data.job);
	else if (data.type === 'load') void load();
	else void run(data);
});

/** Loads once; after a failure it is tried again. */
async function load(): Promise<Result<Parser>> {
	parser ??= (async () => {
		const fetched = await fetchWeights((received, total) =>
			tell({ type: 'loading', received, total })
		);
		const loaded = fetched.ok ? await loadParser(fetched.value.bytes) : fetched;
		if (loaded.ok) await warmUp(loaded.value, pause, () => waiting > 0);
		tell({
			type: 'loaded',
			result:
				loaded.ok && fetched.ok
					? { ok: true, value: { kept: fetched.value.kept } }
					: (loaded as Result<never>)
		});
		return loaded;
	})();
	const result = await parser;
	if (!result.ok) parser = undefined;
	return result;
}

/** Messages are heard only between two tasks. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

async function run({ job, article, options }: Extract<Request, { type: 'grind' }>): Promise<void> {
	waiting++;
	tell({ type: 'done', job, result: await result() });
	waiting--;
	cancelled.delete(job);

	async function result(): Promise<Result<Ground>> {
		const loaded = await load();
		if (!loaded.ok) return loaded;
		const started = performance.now();
		let rested = started;
		const steps = grind(article, loaded.value, options);
		let untold: Step['found'][] = [];
		for (;;) {
			const step = steps.next();
			if (step.done) {
				if (!step.value.ok) return step.value;
				const { deck, questions, further } = step.value.value;
				return { ok: true, value: { deck, questions, further } };
			}
			const { found, ...progress } = step.value;
			untold.push(found);
			const now = performance.now();
			if (now - rested < BREATH) continue;
			if (now - started >= SILENCE) {
				tell({ type: 'progress', job, progress, found: untold.flatMap((find) => find()) });
				untold = [];
			}
			await pause();
			rested = performance.now();
			if (cancelled.has(job)) return stopped;
			if (rested - started > TIME_LIMIT) return tooLong;
		}
	}
}
