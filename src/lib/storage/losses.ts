import type { Problem } from '$lib/result';
import type { Verdict } from './watch';

export const isLost = ({ state }: Verdict): boolean => state === 'short' || state === 'empty';

/**
 * What to tell a person of answers that were saved and are gone; loaded only where there is something to tell.
 * @param regained how many came back from the copy outside of the database
 */
export function lossProblem(verdict: Verdict, regained = 0): Problem | undefined {
	const { state, missing } = verdict;
	if (regained > 0 && !isLost(verdict))
		return {
			code: 'regained',
			message: `The browser had lost ${answers(regained)} that Quern had saved on this device. Quern has brought ${regained === 1 ? 'it' : 'them'} back from a copy of its own. Nothing is missing.`
		};
	if (regained > 0)
		return {
			code: 'short',
			message: `The browser had lost what Quern had saved on this device. Quern has brought ${answers(regained)} back from a copy of its own; at least ${answers(missing)} given after it was made can no longer be found. If you have a newer backup file, open Settings to bring it in; answers that are in both are not counted twice.`
		};
	if (state === 'short')
		return {
			code: 'short',
			message: `The browser’s storage is damaged: at least ${answers(missing)} that Quern had saved on this device can no longer be found. What is left has not been touched. Open Settings to bring back a backup file or an earlier copy; answers that are in both are not counted twice.`
		};
	if (state === 'empty')
		return {
			code: 'empty',
			message: `The browser’s storage has come back empty: ${answers(missing)} that Quern had saved on this device can no longer be found. Open Settings to bring back a backup file. You can go on meanwhile; nothing is counted twice.`
		};
	return undefined;
}

const answers = (count: number): string => (count === 1 ? 'one answer' : `${count} answers`);
