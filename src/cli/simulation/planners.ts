import type { Planner } from './run';
import { EMPTY, type Memory } from '$lib/memory/card';
import { PACE } from '$lib/memory/first';
import { queueOf } from '$lib/memory/queue';
import { replay } from '$lib/memory/replay';

const DAY = 86_400_000;
/** Learner's day of the simulation's first. */
const START = 20_000;

/** The app's own code, from the attempt to the queue. */
export const quern = (retention = PACE.retention): Planner => ({
	name: retention === PACE.retention ? 'Quern' : `Quern at ${Math.round(100 * retention)} %`,
	begin() {
		let memory: Memory = EMPTY;
		return {
			due: (day) =>
				queueOf([...memory.cards.values()], { ...PACE, retention }, START + day).ask.map((card) =>
					Number(card.fact)
				),
			answered(fact, day, right) {
				const order = memory.newest + 1;
				memory = replay(memory, [
					{
						...{ version: 2, id: `s:${order}`, learner: 'me', deck: String(fact % 3) },
						...{ fact: String(fact), question: 'q', kind: 'text', given: '', right, ms: 0 },
						...{ at: (START + day) * DAY + DAY / 2, offset: 0, order, where: 'review' },
						sitting: 's'
					}
				]);
			}
		};
	}
});

/** What was missed is asked again until it is right; then after these days, counted from the first right answer. */
const INTERVALS = [1, 3, 7, 14, 30, 60];

/** Intervals that are the same for every fact; after a miss it goes on, or begins anew. */
export const fixed = (name: string, isAnew: boolean): Planner => ({
	name,
	begin() {
		const facts = new Map<number, { step: number; due: number }>();
		return {
			due: (day) => [...facts].filter(([, { due }]) => due <= day).map(([fact]) => fact),
			answered(fact, day, right) {
				const before = facts.get(fact) ?? { step: 0, due: day };
				if (!right) facts.set(fact, { step: isAnew ? 0 : before.step, due: day });
				else {
					const days = INTERVALS[before.step] ?? Infinity;
					facts.set(fact, { step: before.step + 1, due: day + days });
				}
			}
		};
	}
});

interface Sm2 {
	state: 'learning' | 'review' | 'relearning';
	/** Learning steps done. */
	step: number;
	interval: number;
	ease: number;
	due: number;
}

/**
 * Anki's scheduler before FSRS with its defaults: learning steps of 1 and 10 minutes, then a day; ease from 250 %,
 * 20 less for each lapse and 130 at the least; after a lapse a step of 10 minutes, then a day. Answers are good or
 * again. Its random spread of a few per cent is left out.
 * https://docs.ankiweb.net/deck-options.html, and `rslib/src/scheduler/states/review.rs` in Anki's source.
 */
export const sm2: Planner = {
	name: 'Anki’s SM-2',
	begin() {
		const facts = new Map<number, Sm2>();
		return {
			due: (day) => [...facts].filter(([, { due }]) => due <= day).map(([fact]) => fact),
			answered(fact, day, right) {
				const before = facts.get(fact) ?? {
					...{ state: 'learning', step: 0, interval: 0, ease: 2.5, due: day }
				};
				facts.set(fact, afterSm2(before, day, right));
			}
		};
	}
};

const LEARNING_STEPS = 2;

function afterSm2(card: Sm2, day: number, right: boolean): Sm2 {
	if (card.state === 'review') {
		if (!right)
			return {
				...card,
				state: 'relearning',
				interval: 1,
				ease: Math.max(1.3, card.ease - 0.2),
				due: day
			};
		const late = Math.max(0, day - card.due);
		const hard = Math.max(card.interval + 1, Math.round(card.interval * 1.2));
		const interval = Math.max(hard + 1, Math.round((card.interval + late / 2) * card.ease));
		return { ...card, interval, due: day + interval };
	}
	if (!right) return { ...card, step: 0, due: day };
	const step = card.step + 1;
	if (card.state === 'learning' && step < LEARNING_STEPS) return { ...card, step, due: day };
	return { ...card, state: 'review', step: 0, interval: 1, due: day + 1 };
}

/** Asked once and never again. */
export const nothing: Planner = {
	name: 'No reviews',
	begin: () => ({ due: () => [], answered: () => undefined })
};

export const PLANNERS: readonly Planner[] = [
	quern(),
	sm2,
	fixed('Fixed days', false),
	fixed('Fixed, anew if missed', true),
	nothing
];

/** The same facts at other pace, to see what a review is worth. */
export const PACES: readonly Planner[] = [0.8, 0.85, 0.95].map((retention) => quern(retention));
