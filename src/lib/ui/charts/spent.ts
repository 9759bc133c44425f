import type { Attempt } from '$lib/memory/attempt';
import { dayOf } from '$lib/memory/day';
import { counted, sentenceCase } from '$lib/ui/words';
import type { Column } from './columns';
import { longDay, mondayOf, shortDay, weekday } from './days';

const MINUTE = 60_000; // ms
/** A question left open for longer was left alone. */
const MOST = 5 * MINUTE;
const DAYS = 21;
const WEEKS = 26;

/** Time on questions, by day for a learner's first weeks, then by week. */
export interface Spent {
	by: 'day' | 'week';
	/** `from`: the day, or the Monday of the week. `minutes` has one decimal. */
	spans: { from: number; minutes: number; answers: number }[];
	/** Of all answers there are, in milliseconds. */
	total: number;
	/** Of the last seven days. */
	lately: number;
}

export function gatherSpent(
	attempts: readonly Pick<Attempt, 'at' | 'offset' | 'ms'>[],
	today: number
): Spent {
	const byDay = new Map<number, { ms: number; answers: number }>();
	let total = 0;
	let lately = 0;
	for (const attempt of attempts) {
		const day = Math.min(dayOf(attempt), today);
		const ms = Math.min(attempt.ms, MOST);
		total += ms;
		if (day > today - 7) lately += ms;
		const sum = byDay.get(day);
		if (sum) {
			sum.ms += ms;
			sum.answers++;
		} else byDay.set(day, { ms, answers: 1 });
	}
	const first = byDay.size > 0 ? [...byDay.keys()].reduce((a, b) => Math.min(a, b)) : today;
	const by = first > today - DAYS ? 'day' : 'week';
	const step = by === 'day' ? 1 : 7;
	const from =
		by === 'day'
			? Math.min(first, today - 6)
			: Math.max(mondayOf(first), mondayOf(today) - 7 * (WEEKS - 1));
	const spans: Spent['spans'] = [];
	for (let start = from; start <= today; start += step) {
		let [ms, answers] = [0, 0];
		for (let day = start; day < start + step; day++) {
			ms += byDay.get(day)?.ms ?? 0;
			answers += byDay.get(day)?.answers ?? 0;
		}
		spans.push({ from: start, minutes: Math.round(ms / (MINUTE / 10)) / 10, answers });
	}
	return { by, spans, total, lately };
}

/** What an answer took of late, in milliseconds: the mean of the last hundred. */
export function lateAnswer(attempts: readonly Pick<Attempt, 'ms'>[]): number {
	const last = attempts.slice(-100);
	return last.reduce((sum, { ms }) => sum + Math.min(ms, MOST), 0) / Math.max(1, last.length);
}

/** "an hour and twenty minutes"; "less than a minute". */
export function timeInWords(ms: number): string {
	const minutes = Math.round(ms / MINUTE);
	if (minutes < 1) return 'less than a minute';
	if (minutes < 60) return counted(minutes, 'minute');
	const hours = counted(Math.floor(minutes / 60), 'hour');
	return minutes % 60 === 0 || minutes > 600
		? counted(Math.round(minutes / 60), 'hour')
		: `${hours} and ${counted(minutes % 60, 'minute')}`;
}

export function spentTitle({ total, lately, spans }: Spent): string {
	if (spans.every(({ answers }) => answers === 0) && total === 0) return 'No time spent yet';
	if (lately === total) return `${sentenceCase(timeInWords(total))} so far`;
	return lately === 0
		? 'No time on questions in the last seven days'
		: `${sentenceCase(timeInWords(lately))} in the last seven days`;
}

export const spanName = ({ by, spans }: Spent, from: number): string =>
	by === 'week'
		? `Week of ${longDay(from)}`
		: from === spans.at(-1)?.from
			? `Today, ${longDay(from)}`
			: longDay(from);

export const minutesText = (minutes: number): string =>
	minutes > 0 && minutes < 1 ? '<1' : String(Math.round(minutes));

/** Each says its minutes; Mondays or weeks are named. */
export const spentColumns = (spent: Spent): Column[] =>
	spent.spans.map(({ from, minutes }, n) => ({
		value: minutes,
		says: `${spanName(spent, from)}: ${minutesText(minutes)} min`,
		...(spent.by === 'week' || weekday(from) === 0 || n === 0 ? { tick: shortDay(from) } : {}),
		...(n === spent.spans.length - 1
			? { strong: minutesText(minutes), tick: spent.by === 'day' ? 'Today' : 'This week' }
			: {})
	}));
