import { isMissed, type Card } from './card';
import { dueDay, examDay, intervalOf, retrievability } from './curve';
import { groupedBy, interleaved } from './interleave';
import type { Pace } from './learner';

/** What was missed comes again after so long, if there is anything else to be asked in between; milliseconds. */
const SOON = 10 * 60_000;

const isMissedSoon = (card: Card, now: number): boolean =>
	isMissed(card) && now >= card.last.at && now - card.last.at < SOON;

/** What there is to do today. */
export interface Queue {
	/** In the order to be asked in: what is most needed first, neighbours of different articles where possible. */
	ask: Card[];
	/** Due as well, but over the day's load: it comes tomorrow. */
	later: number;
}

/** Facts that were asked on this day and not for the first time; each counts once, however often it was missed. */
export const reviewedOn = (cards: Iterable<Card>, today: number): number =>
	count(cards, (card) => card.day === today && card.first !== today);

/** Facts that were asked for the first time on this day. */
export const begunOn = (cards: Iterable<Card>, today: number): number =>
	count(cards, (card) => card.first === today);

/**
 * All that is due today, however much: what was missed first, the longest missed before the others; then what has
 * slipped furthest, measured by its own interval. What was missed in the last ten minutes before `now` (milliseconds
 * since 1970) comes last.
 */
export function due(
	cards: Iterable<Card>,
	pace: Pace,
	today: number,
	now: number = Infinity
): Card[] {
	const rank = (card: Card) => (isMissedSoon(card, now) ? 2 : isMissed(card) ? 0 : 1);
	return [...plannedDays(cards, pace, today)]
		.filter(([, day]) => day <= today)
		.map(([card]) => ({ card, rank: rank(card), known: retrievability(card, today) }))
		.sort(
			(a, b) =>
				a.rank - b.rank ||
				(a.rank === 1 ? a.known - b.known : 0) ||
				a.card.last.order - b.card.last.order
		)
		.map(({ card }) => card);
}

/**
 * What to ask today. The day's load counts what was done already; what was missed today is asked until it is right,
 * without counting again.
 */
export function queueOf(
	cards: readonly Card[],
	pace: Pace,
	today: number,
	now: number = Infinity
): Queue {
	const all = due(cards, pace, today, now);
	let left = Math.max(0, pace.load - reviewedOn(cards, today));
	const ask = all.filter((card) => card.day === today || left-- > 0);
	const inTurn = interleaved(
		ask.filter((card) => !isMissedSoon(card, now)),
		(card) => card.deck
	);
	const soon = ask.filter((card) => isMissedSoon(card, now));
	return { ask: [...inTurn, ...soon], later: all.length - ask.length };
}

/**
 * How many facts that were never asked may still be begun today; `unasked`: how many there are. Before an exam it
 * is at least as many as it takes to have asked all of them two days before it, so that each comes a second time.
 */
export function freshToday(
	cards: Iterable<Card>,
	pace: Pace,
	today: number,
	unasked: number
): number {
	if (pace.fresh === 0) return 0;
	const begun = begunOn(cards, today);
	const exam = examDay(pace, today);
	const needed =
		exam === undefined ? 0 : Math.ceil((unasked + begun) / Math.max(1, exam - 1 - today));
	return Math.min(unasked, Math.max(0, Math.max(pace.fresh, needed) - begun));
}

/**
 * Reviews on each of the next `days` days, today first, as far as they are known today: each fact at its next time.
 * What is over the day's load moves on to the next.
 */
export function forecast(
	cards: readonly Card[],
	pace: Pace,
	today: number,
	days: number
): number[] {
	const counts = Array<number>(days).fill(0);
	// What was asked today and is due today again, missed or before an exam, is asked whatever the load.
	let again = 0;
	for (const [card, day] of plannedDays(cards, pace, today)) {
		if (day - today < days) counts[day - today]! += 1;
		if (day === today && card.day === today) again++;
	}
	let load = Math.max(0, pace.load - reviewedOn(cards, today)) + again;
	let over = 0;
	return counts.map((planned) => {
		const asked = Math.min(planned + over, load);
		over += planned - asked;
		load = pace.load;
		return asked;
	});
}

/**
 * The day on which each fact is to be asked next, today at the earliest. Before an exam, days with more than the
 * load give some to the day before, first what lasts longest: it loses least by being asked early.
 */
function plannedDays(cards: Iterable<Card>, pace: Pace, today: number): Map<Card, number> {
	const days = new Map<Card, number>();
	for (const card of cards) days.set(card, Math.max(today, dueDay(card, pace, today)));
	const exam = examDay(pace, today);
	if (exam === undefined) return days;
	const byDay = groupedBy(days.keys(), (card) => days.get(card) as number);
	let over: Card[] = [];
	for (let day = exam - 1; day >= today; day--) {
		const all = [...over, ...(byDay.get(day) ?? [])].sort(
			(a, b) =>
				intervalOf(a.stability, pace.retention) - intervalOf(b.stability, pace.retention) ||
				a.last.order - b.last.order
		);
		for (const card of all) days.set(card, day);
		over = all.slice(pace.load);
	}
	return days;
}

function count(cards: Iterable<Card>, test: (card: Card) => boolean): number {
	let n = 0;
	for (const card of cards) if (test(card)) n++;
	return n;
}
