import { dateOfDay } from '$lib/memory/day';

/** A learner's day as it is said: "Thursday, 26 November 2026". */
export const dayName = (day: number): string =>
	new Date(`${dateOfDay(day)}T12:00:00Z`).toLocaleDateString('en-GB', {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	});

/** A moment on this device's clock: "26 November, 14:05". */
export const momentName = (at: number): string =>
	new Date(at).toLocaleString('en-GB', {
		day: 'numeric',
		month: 'long',
		hour: '2-digit',
		minute: '2-digit'
	});
