/** Learner's days (see `memory/day.ts`) as people write them. */
const DAY = 86_400_000; // ms

const written = (options: Intl.DateTimeFormatOptions) => {
	const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
	return (day: number): string => format.format(day * DAY).replace(',', '');
};

/** "23 November" */
export const longDay = written({ day: 'numeric', month: 'long' });
/** "23 Nov" */
export const shortDay = written({ day: 'numeric', month: 'short' });
/** "Monday 23 November" */
export const wholeDay = written({ weekday: 'long', day: 'numeric', month: 'long' });
/** "November" */
export const monthName = written({ month: 'long' });
/** "Nov" */
export const shortMonth = written({ month: 'short' });

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** 0 for Monday; day 0 was a Thursday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
export const mondayOf = (day: number): number => day - weekday(day);
