import { counted, numberWord, sentenceCase } from '$lib/ui/words';
import { longDay, shortDay, weekday, wholeDay } from './days';
import type { Column } from './columns';

/** What comes due on each of the next days. */
export interface Ahead {
	/** The first is today, with all that is overdue. */
	days: { day: number; due: number }[];
	/** Facts that come due after these days. */
	later: number;
}

/** `due`: facts due today, tomorrow, …; `asked`: facts that have ever been asked. */
export function gatherAhead(due: readonly number[], asked: number, today: number): Ahead {
	const days = due.map((count, n) => ({ day: today + n, due: count }));
	return { days, later: Math.max(0, asked - due.reduce((sum, count) => sum + count, 0)) };
}

export function aheadTitle({ days }: Ahead): string {
	const [now, ...rest] = days;
	const first = now?.due ?? 0;
	const after = rest.reduce((sum, { due }) => sum + due, 0);
	const next = rest.find(({ due }) => due > 0);
	if (first === 0 && !next) return `Nothing comes due in the next ${days.length} days`;
	if (first === 0 && next) {
		const when = next.day === days[0]!.day + 1 ? 'tomorrow' : `on ${wholeDay(next.day)}`;
		return `Nothing is due today; ${next.due === 1 ? 'one fact comes' : `${counted(next.due, 'fact')} come`} ${when}`;
	}
	const today = `${sentenceCase(numberWord(first))} ${first === 1 ? 'is' : 'are'} due today`;
	const daily = Math.round(after / rest.length);
	if (after === 0) return `${today}, then nothing for ${counted(rest.length, 'day')}`;
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
