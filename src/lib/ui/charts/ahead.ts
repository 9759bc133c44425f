import { counted, numberWord, sentenceCase } from '$lib/ui/words';
import { longDay, shortDay, weekday, wholeDay } from './days';
import type { Column } from './columns';

/** How many facts come back on each of the next days. */
export interface Ahead {
	/** The first is today. */
	days: { day: number; due: number }[];
	/** Facts that come back after these days. */
	later: number;
	/** The most that a day asks, as the learner set it. */
	load: number;
}

/** `due`: facts that come back today, tomorrow, …; `asked`: facts that have ever been asked. */
export function gatherAhead(
	due: readonly number[],
	asked: number,
	load: number,
	today: number
): Ahead {
	const days = due.map((count, n) => ({ day: today + n, due: count }));
	return { days, later: Math.max(0, asked - due.reduce((sum, count) => sum + count, 0)), load };
}

export function aheadTitle({ days }: Ahead): string {
	const [now, ...rest] = days;
	const first = now?.due ?? 0;
	const after = rest.reduce((sum, { due }) => sum + due, 0);
	const next = rest.find(({ due }) => due > 0);
	if (first === 0 && !next) return `Nothing comes back in the next ${days.length} days`;
	if (first === 0 && next) {
		const when = next.day === days[0]!.day + 1 ? 'tomorrow' : `on ${wholeDay(next.day)}`;
		const facts = `${counted(next.due, 'fact')} ${next.due === 1 ? 'comes' : 'come'}`;
		return `Nothing comes back today; ${facts} ${when}`;
	}
	const today = `${sentenceCase(counted(first, 'fact'))} ${first === 1 ? 'comes' : 'come'} back today`;
	const daily = Math.round(after / rest.length);
	if (after === 0) return `${today}, then none for ${counted(rest.length, 'day')}`;
	if (daily === 0) return `${today}, then ${numberWord(after)} in the ${rest.length} days after`;
	return `${today}, then about ${numberWord(daily)} a day`;
}

/** "Today" for the first day, "24 November" for the others. */
export const aheadDay = ({ days }: Ahead, day: number): string =>
	day === days[0]?.day ? `Today, ${longDay(day)}` : longDay(day);

/** Today is filled and says its number; Mondays are named. */
export const aheadColumns = (ahead: Ahead): Column[] =>
	ahead.days.map(({ day, due }, n) => ({
		value: due,
		says: `${aheadDay(ahead, day)}: ${due}`,
		...(n === 0 ? { strong: String(due), tick: 'Today' } : {}),
		...(n > 0 && weekday(day) === 0 ? { tick: shortDay(day) } : {})
	}));
