const SLICE = 12; // milliseconds of work after which the page may draw and hear a key

/**
 * Lets long work stop for breath: `await breath()` between its pieces gives the event loop a turn whenever a
 * slice of time is used up. (A timer would be held back to one a second in a tab behind others.)
 */
export function breather(now: () => number = () => performance.now()): () => Promise<void> | void {
	let until = now() + SLICE;
	return () => {
		if (now() < until) return;
		return turn().then(() => {
			until = now() + SLICE;
		});
	};
}

const turn = (): Promise<void> =>
	new Promise((go) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			go();
		};
		port2.postMessage(null);
	});
