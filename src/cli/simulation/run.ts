import { FSRSAlgorithm, default_w, type FSRSState } from 'ts-fsrs';
import { recallAfter } from '$lib/memory/curve';
import { randomFrom } from '$lib/random';

/** A way to plan reviews, as the simulation asks it. Days count from 0, facts from 0. */
export interface Plan {
	/** Facts to ask now; asked again after those were answered, until there are none. */
	due(day: number): number[];
	answered(fact: number, day: number, right: boolean): void;
}

export interface Planner {
	name: string;
	begin(): Plan;
}

export const FACTS = 200;
export const DAYS = 90;
/** Facts asked for the first time each day, whoever plans; the default pace of the app. */
export const FRESH = 10;
/** The chance that the first answer is right: what has been understood at the first reading. */
const FIRST_RIGHT = 0.5;

export interface World {
	strength: number;
	days: number;
}

export interface Outcome {
	/**
	 * By day: the chance that a fact is known, averaged over all facts asked so far, before the reviews of that day;
	 * the last is the morning after the last day.
	 */
	known: number[];
	/** Answers after the first of each fact, also those of the same day. */
	reviews: number;
	/** The most answers on one day. */
	busiest: number;
}

/**
 * Learns `FACTS` facts. What the learner knows follows FSRS-6 with its default parameters, but that the stability of a
 * first memory is `strength` times the default.
 */
export function simulate(
	planner: Planner,
	seed: string,
	{ strength, days: last }: World = { strength: 1, days: DAYS }
): Outcome {
	const random = randomFrom(seed);
	const [a, b, c, d, ...others] = default_w as readonly [number, number, number, number];
	const truth = new FSRSAlgorithm({
		w: [...[a, b, c, d].map((stability) => stability * strength), ...others]
	});
	const minds: { state: FSRSState; day: number }[] = [];
	const chance = (fact: number, day: number): number => {
		const mind = minds[fact];
		return mind ? recallAfter(day - mind.day, mind.state.stability) : FIRST_RIGHT;
	};
	const plan = planner.begin();
	const known: number[] = [];
	let reviews = 0;
	let busiest = 0;
	for (let day = 0; day <= last; day++) {
		known.push(minds.reduce((sum, _, fact) => sum + chance(fact, day), 0) / minds.length);
		if (day === last) break;
		let answers = 0;
		const ask = (fact: number) => {
			const right = random() < chance(fact, day);
			const mind = minds[fact];
			const days = mind ? day - mind.day : 0;
			minds[fact] = { state: truth.next_state(mind?.state ?? null, days, right ? 3 : 1), day };
			if (mind) reviews++;
			answers++;
			plan.answered(fact, day, right);
		};
		for (let n = 0; n < FRESH && minds.length < FACTS; n++) ask(minds.length);
		for (let due = plan.due(day); due.length; due = plan.due(day)) due.forEach(ask);
		busiest = Math.max(busiest, answers);
	}
	return { known: known.slice(1), reviews, busiest };
}
