import type { Given, Score } from '$lib/questions/question';
import type { Sitting, SittingEvent } from './sitting';

export interface Answer {
	given: Given;
	score: Score;
	ms: number;
	hints?: number | undefined;
	at: number;
}

export interface SittingState {
	/** Index of the question on the screen. */
	current: number;
	/** By item; `undefined` where it is still open. */
	answers: readonly (Answer | undefined)[];
	skipped: ReadonlySet<number>;
	paused: boolean;
	finished: boolean;
}

export const begun = (sitting: Pick<Sitting, 'items'>): SittingState => ({
	current: 0,
	answers: sitting.items.map(() => undefined),
	skipped: new Set(),
	paused: false,
	finished: false
});

/**
 * The state after one more event. Events that don't fit (an answer to what is answered, an item that is
 * not there) change nothing: a log that was written twice reads as if it had been written once.
 */
export function apply(
	sitting: Pick<Sitting, 'items'>,
	state: SittingState,
	event: SittingEvent
): SittingState {
	switch (event.type) {
		case 'answered': {
			if (!sitting.items[event.item] || state.answers[event.item] || state.finished) return state;
			const { given, score, ms, hints, at } = event;
			const answer = { given, score, ms, at, ...(hints ? { hints } : {}) };
			return {
				...state,
				current: event.item,
				answers: state.answers.with(event.item, answer),
				skipped: new Set([...state.skipped].filter((item) => item !== event.item))
			};
		}
		case 'undone':
			if (!state.answers[event.item] || state.finished) return state;
			return {
				...state,
				current: event.item,
				answers: state.answers.with(event.item, undefined)
			};
		case 'skipped': {
			if (!sitting.items[event.item] || state.answers[event.item]) return state;
			const skipped = { ...state, skipped: new Set([...state.skipped, event.item]) };
			return { ...skipped, current: nextOpen(skipped, event.item) ?? event.item };
		}
		case 'moved':
			return sitting.items[event.item] ? { ...state, current: event.item } : state;
		case 'paused':
			return { ...state, paused: !state.finished };
		case 'resumed':
			return { ...state, paused: false };
		case 'finished':
			return { ...state, finished: true, paused: false };
	}
}

export const fold = (sitting: Sitting): SittingState =>
	sitting.events.reduce((state, event) => apply(sitting, state, event), begun(sitting));

/** The next question without an answer: onwards from `from`, then those put off, in order; else `undefined`. */
export function nextOpen(state: SittingState, from: number): number | undefined {
	const order = [...state.answers.keys()].map(
		(_, step) => (from + 1 + step) % state.answers.length
	);
	const open = order.filter((item) => !state.answers[item]);
	return (
		open.find((item) => !state.skipped.has(item) && item > from) ??
		open.find((item) => !state.skipped.has(item)) ??
		open.find((item) => item !== from) ??
		open[0]
	);
}

export interface Tally {
	asked: number;
	right: number;
	/** Items answered wrong, in the order of the quiz. */
	missed: number[];
	open: number;
	/** Time spent on the questions, without pauses. */
	ms: number;
}

export function tally(state: SittingState): Tally {
	const answered = state.answers.filter((answer) => answer !== undefined);
	const missed = [...state.answers.entries()].flatMap(([item, answer]) =>
		answer && !answer.score.right ? [item] : []
	);
	return {
		asked: answered.length,
		right: answered.length - missed.length,
		missed,
		open: state.answers.length - answered.length,
		ms: answered.reduce((sum, answer) => sum + answer.ms, 0)
	};
}
