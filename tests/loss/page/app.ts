import { Store } from '$lib/storage/store';
import { answers, sittingOf } from './answers';
import type { Writer } from './writer';

/** The app's own storage, called as the app calls it: an answer is its sitting and its attempt at once. */
export function app(): Promise<Writer> {
	const store = new Store();
	return Promise.resolve({
		write: (n) => store.record(sittingOf(n), answers(n, n + 1)),
		async written() {
			const { values, unreadable } = await store.attempts();
			if (unreadable) throw new Error(`${unreadable} attempts came back unreadable`);
			const { memory } = await store.remembered();
			if (memory.count !== values.length)
				throw new Error(`${memory.count} of ${values.length} attempts are remembered`);
			const { state, missing } = await store.check();
			// After a power cut the marks may be older than the log; never newer.
			if (state === 'short' || state === 'empty')
				throw new Error(`${missing} attempts are said to be missing`);
			return values.map(({ at }) => at);
		}
	});
}
