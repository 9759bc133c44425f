import type { Problem } from '$lib/result';
import type { Verdict } from './watch';

/** What to tell a person of answers that were saved and are gone; loaded only where there is something to tell. */
export function lossProblem({ state, missing }: Verdict): Problem | undefined {
	const answers = missing === 1 ? 'one answer' : `${missing} answers`;
	if (state === 'short')
		return {
			code: 'short',
			message: `The browser’s storage is damaged: at least ${answers} that Quern had saved on this device can no longer be found. What is left has not been touched. Open Settings to bring back a backup file or an earlier copy; answers that are in both are not counted twice.`
		};
	if (state === 'empty')
		return {
			code: 'empty',
			message: `The browser’s storage has come back empty: ${answers} that Quern had saved on this device can no longer be found. Open Settings to bring back a backup file. You can go on meanwhile; nothing is counted twice.`
		};
	return undefined;
}
