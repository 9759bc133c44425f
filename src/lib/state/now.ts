import type { Moment } from '$lib/memory/day';

/** This moment, as the person's clock shows it. */
export function now(): Moment {
	const date = new Date();
	return { at: date.getTime(), offset: -date.getTimezoneOffset() };
}
