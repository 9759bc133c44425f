import { Store } from '$lib/storage/store';

/** The device's storage, opened at first use: one connection a page. */
export const store = new Store();

const ASKED = 'quern-asked-to-keep';

/**
 * Asks the browser, once, to keep the storage: at the end of the first quiz, when there is something to lose.
 * Chromium decides by itself, Firefox asks the person.
 */
export function askToKeep(): void {
	try {
		if (localStorage.getItem(ASKED)) return;
		localStorage.setItem(ASKED, 'yes');
	} catch {
		return; // storage is blocked: there is nothing to keep
	}
	void navigator.storage?.persist?.().catch(() => undefined);
}
