import type { Card, Standing } from './card';
import { isMissed } from './card';
import { dayOfDate } from './day';
import type { Pace } from './learner';

/**
 * The forgetting curve of FSRS-6 with its default parameters: R(t, S) = (1 + F·t/S)^-w20, with F such that
 * R(S, S) = 0.9. https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm, "FSRS-6"
 */
const DECAY = 0.1542; // w20
const FACTOR = 0.9 ** (-1 / DECAY) - 1;

/** From here on it is forgotten in years, not in days. FSRS knows no longer interval. */
const LONGEST = 36_500;
/** A fact has stuck when it doesn't come back for a week. */
const STUCK = 7;
/**
 * Known and lost again five times. At a chance of one miss in ten, that happens by chance to two facts in a
 * thousand within ten reviews; so there is something the matter with the fact or with its questions.
 */
const LEECH_LAPSES = 5;
/** Days; what holds for three weeks has stopped being a leech. */
const LEECH_CURED = 21;

/** Days until the chance of knowing it has fallen to `retention`; not rounded. */
export const intervalOf = (stability: number, retention: number): number =>
	(stability / FACTOR) * (retention ** (-1 / DECAY) - 1);

/** The chance of knowing it after so many days. */
export const recallAfter = (days: number, stability: number): number =>
	(1 + (FACTOR * days) / stability) ** -DECAY;

/** Days since the last answer; none where the clock has been set back since. */
export const daysSince = (card: Card, today: number): number => Math.max(0, today - card.day);

/**
 * The chance that the learner knows it today. What was missed counts as a day old: on the day itself the curve
 * says 1, since the answer has just been read, and that is not knowing it.
 */
export const retrievability = (card: Card, today: number): number =>
	recallAfter(Math.max(daysSince(card, today), isMissed(card) ? 1 : 0), card.stability);

/** Whole days from the last answer to the next, at least one and, of what FSRS plans, a hundred years at most. */
export const wholeInterval = (stability: number, retention: number): number =>
	Math.min(LONGEST, Math.max(1, Math.round(intervalOf(stability, retention))));

/** The day on which the curve, without an exam, brings it back. */
function plainDueDay(card: Card, retention: number, today: number): number {
	// The clock ran ahead when it was answered: better once too often than not for a year.
	if (card.day > today) return today;
	if (isMissed(card)) return card.day;
	return card.day + wholeInterval(card.stability, retention);
}

/** The day of the exam, where there is one that is still to come. */
export function examDay(pace: Pace, today: number): number | undefined {
	const day = pace.exam === undefined ? NaN : dayOfDate(pace.exam);
	return day > today ? day : undefined;
}

/**
 * The learner's day on which it is to be asked again; past where it is overdue. A fact that was missed is due
 * at once. Before an exam, what would not be known surely enough on its day comes the day before at the latest.
 */
export function dueDay(card: Card, pace: Pace, today: number): number {
	const due = plainDueDay(card, pace.retention, today);
	const exam = examDay(pace, today);
	if (exam === undefined || due < exam) return due;
	const isKnown = recallAfter(exam - card.day, card.stability) >= pace.retention;
	return isKnown ? due : exam - 1;
}

/**
 * Slipping: missed the last time, or due. Stuck: known as surely as wanted, and for a week at least. Holding:
 * the others.
 */
export function standingOf(card: Card | undefined, pace: Pace, today: number): Standing {
	if (!card) return 'unasked';
	if (isMissed(card) || plainDueDay(card, pace.retention, today) <= today) return 'slipping';
	const known = retrievability(card, today) >= pace.retention;
	return known && intervalOf(card.stability, pace.retention) >= STUCK ? 'stuck' : 'holding';
}

/** Known and lost again and again: to be learned in another way, not more often. */
export const isLeech = (card: Card): boolean =>
	card.lapses >= LEECH_LAPSES && card.stability < LEECH_CURED;
