import type { Handle } from '@sveltejs/kit';

/**
 * No `modulepreload`: every page can be read before its scripts run, and offline two dozen requests to the
 * service worker at once hold up the first paint by a fifth (npm run bench -- cold-start).
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { preload: ({ type }) => type === 'css' });
