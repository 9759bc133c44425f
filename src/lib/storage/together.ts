/**
 * Starts all requests and waits for all. Where one can't even be started, those before it fail with their
 * transaction, and nobody waits for them any more.
 */
export async function together(requests: readonly (() => Promise<unknown>)[]): Promise<void> {
	const started: Promise<unknown>[] = [];
	try {
		for (const start of requests) started.push(start());
		await Promise.all(started);
	} catch (error) {
		for (const request of started) request.catch(() => undefined);
		throw error;
	}
}
