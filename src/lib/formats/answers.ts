import type { Attempt } from '$lib/memory/attempt';

/** The file that answers are saved in by hand, when the device's storage fails or for safe keeping. */
export const writeAnswers = (attempts: readonly Attempt[]): string =>
	`${JSON.stringify({ format: 'quern-answers', version: 1, attempts }, null, '\t')}\n`;
