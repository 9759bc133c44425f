/** A learner's day ends at four in the morning, so that midnight in the middle of a session changes nothing. */
const NIGHT = 4 * 60; // minutes
const DAY = 24 * 60; // minutes

/** A moment as the person's clock shows it. */
export interface Moment {
	/** Milliseconds since 1970, UTC. */
	at: number;
	/** Minutes that local time is ahead of UTC. */
	offset: number;
}

/** Number of the learner's day (1 January 1970 is 0) in the time zone of that moment. */
export const dayOf = ({ at, offset }: Moment): number =>
	Math.floor((at / 60_000 + offset - NIGHT) / DAY);

/** The day of a date written as `2027-05-31`. */
export const dayOfDate = (date: string): number => Math.floor(Date.parse(date) / 60_000 / DAY);

/** A day as a date, `2027-05-31`. */
export const dateOfDay = (day: number): string =>
	new Date(day * DAY * 60_000).toISOString().slice(0, 10);
