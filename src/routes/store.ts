import { Store } from '$lib/storage/store';

/** The device's storage, opened at first use: one connection a page. */
export const store = new Store();
