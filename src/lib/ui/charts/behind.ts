import { dayOf } from '$lib/memory/day';
import type { Attempt } from '$lib/memory/attempt';
import { counted } from '$lib/ui/words';
import { longDay, mondayOf, monthName, shortMonth, WEEKDAYS } from './days';
import { at } from './scale';

/** As many weeks as a phone shows without scrolling. */
const MOST_WEEKS = 26;
/** So that the first days have their place in a picture. */
const LEAST_WEEKS = 6;

/** Answers a day, in whole weeks from Monday to Sunday. */
export interface Behind {
	/** `answers` has seven counts; `undefined` for days to come. */
	weeks: { monday: number; answers: (number | undefined)[] }[];
	/** In these weeks. */
	total: number;
	daysDone: number;
	/** The first day with an answer in these weeks. */
	since: number | undefined;
	/** Answers before these weeks. */
	earlier: number;
	today: number;
}

export function gatherBehind(
	attempts: readonly Pick<Attempt, 'at' | 'offset'>[],
	today: number
): Behind {
	const oldest = mondayOf(today) - 7 * (MOST_WEEKS - 1);
	const counts = new Map<number, number>();
	let earlier = 0;
	for (const attempt of attempts) {
		// A clock that was ahead has left answers in days to come: they were given by today at the latest.
		const day = Math.min(dayOf(attempt), today);
		if (day < oldest) earlier++;
		else counts.set(day, (counts.get(day) ?? 0) + 1);
	}
	const since = counts.size > 0 ? Math.min(...counts.keys()) : undefined;
	const from =
		earlier > 0
			? oldest
			: Math.min(mondayOf(since ?? today), mondayOf(today) - 7 * (LEAST_WEEKS - 1));
	const weeks: Behind['weeks'] = [];
	for (let monday = from; monday <= today; monday += 7)
		weeks.push({
			monday,
			answers: WEEKDAYS.map((_, n) =>
				monday + n > today ? undefined : (counts.get(monday + n) ?? 0)
			)
		});
	const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return { weeks, total, daysDone: counts.size, since, earlier, today };
}

export function behindTitle(behind: Behind): string {
	const { daysDone, since, earlier, today } = behind;
	if (since === undefined)
		return earlier > 0 ? `No answers in the last ${MOST_WEEKS} weeks` : 'No answers yet';
	if (earlier > 0)
		return `You answered on ${counted(daysDone, 'day')} in the last ${MOST_WEEKS} weeks`;
	if (daysDone === 1)
		return since === today
			? 'Today is your first day'
			: `You answered on one day, ${longDay(since)}`;
	// A month ago or less, the day itself is of interest.
	const start = today - since > 60 ? monthName(since) : longDay(since);
	return `You answered on ${counted(daysDone, 'day')} since ${start}`;
}

/** A square for each day: its area goes with the number of answers, down to a square that can be seen. */
export interface Square {
	x: number;
	y: number;
	side: number;
	day: number;
	answers: number;
}

const SMALLEST = 0.36; // of the largest side
const NAMES = 40;
const TOP = 22;

export function drawBehind({ weeks }: Behind, width: number) {
	const cell = Math.min(26, (width - NAMES) / weeks.length);
	const largest = cell * 0.86;
	const most = Math.max(1, ...weeks.flatMap(({ answers }) => answers.map((count) => count ?? 0)));
	const squares: Square[] = weeks.flatMap(({ monday, answers }, week) =>
		answers.flatMap((count, n) => {
			if (count === undefined) return [];
			const side =
				count === 0 ? 2 : largest * (SMALLEST + (1 - SMALLEST) * Math.sqrt(count / most));
			const [x, y] = [NAMES + (week + 0.5) * cell, TOP + (n + 0.5) * cell];
			return [
				{
					x: at(x - side / 2),
					y: at(y - side / 2),
					side: at(side),
					day: monday + n,
					answers: count
				}
			];
		})
	);
	let free = -Infinity;
	const months = weeks.flatMap(({ monday }, week) => {
		const x = NAMES + week * cell;
		const begins = week === 0 || shortMonth(monday) !== shortMonth(monday - 7);
		// The first month may be nearly over: its name then makes room for the next.
		const soon = weeks.slice(week + 1, week + 1 + Math.ceil(34 / cell));
		const cramped =
			week === 0 && soon.some((next) => shortMonth(next.monday) !== shortMonth(monday));
		if (!begins || cramped || x < free) return [];
		free = x + 34;
		return [{ x: at(x), text: shortMonth(monday) }];
	});
	const names = WEEKDAYS.flatMap((text, n) =>
		cell >= 18 || n % 2 === 0 ? [{ y: at(TOP + (n + 0.5) * cell), text }] : []
	);
	return { height: Math.ceil(TOP + 7 * cell), squares, months, names };
}
