import type { Problem } from '$lib/result';

/** What can go wrong with the device's storage, in words that say what to do. Nothing here loses anything. */
const sentences = {
	full: 'This device has no room left for Quern, so your last answer is not saved yet. Free some space (old photos, other sites’ data), then try again; or save your answers as a file now.',
	blocked:
		'This browser does not let Quern keep anything (a private window, or site data is blocked). You can go on, but your answers last only as long as this page. Allow site data for this address, or save your answers as a file before you leave.',
	gone: 'The browser has closed or cleared Quern’s storage while the page was open. Load the page again; what this page still knows can be saved as a file first.',
	newer:
		'A newer version of Quern has used this device’s storage. Load the page again to get that version; nothing is lost.',
	'other-tab':
		'Quern is open in another tab with an older version, which holds the storage. Close the other tabs, then try again.',
	damaged:
		'The browser can’t read all of Quern’s storage on this device. Load the page again. If it happens again, the storage is damaged: nothing more is deleted, and in Settings what can still be read can be saved as a file and the storage made anew.',
	failed:
		'Your answer could not be written to this device’s storage. Try again; if it happens again, save your answers as a file and load the page anew.'
} as const;
export type StorageCode = keyof typeof sentences;

export const storageProblem = (code: StorageCode): Problem => ({ code, message: sentences[code] });

/** Tells from the browser's error which of them it is. */
export function toProblem(error: unknown): Problem {
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	if (name === 'QuotaExceededError') return storageProblem('full');
	if (name === 'VersionError') return storageProblem('newer');
	if (name === 'SecurityError' || name === 'ReferenceError') return storageProblem('blocked');
	if (name === 'InvalidStateError' || name === 'NotFoundError' || name === 'AbortError')
		return storageProblem('gone');
	// Chromium's name for a file that can't be read.
	if (name === 'UnknownError') return storageProblem('damaged');
	return storageProblem('failed');
}
