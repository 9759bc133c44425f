import { createRequire } from 'node:module';
import { intervalOf, wholeInterval } from '$lib/memory/curve';
import { remember } from '$lib/memory/replay';
import { randomFrom, type Random } from '$lib/random';

/** One answer: whole days since the one before, and the grade. */
export type Step = readonly [days: number, grade: 1 | 2 | 3 | 4];

export interface History {
	retention: number;
	steps: readonly Step[];
}

/** What the Rust implementation says after an answer; `interval` in days, not rounded. */
export interface State {
	stability: number;
	difficulty: number;
	interval: number;
}

interface Memory {
	stability: number;
	difficulty: number;
}
type Name = 'again' | 'hard' | 'good' | 'easy';
interface Binding {
	FSRSBinding: new () => {
		nextStates(
			memory: Memory | null,
			retention: number,
			days: number
		): Record<Name, { memory: Memory; interval: number }>;
	};
}

const NAMES: readonly Name[] = ['again', 'hard', 'good', 'easy'];

/** FSRS in Rust with its default parameters, or `undefined` where npm has no package of it for this machine. */
export function rustFsrs(): ((history: History) => State[]) | undefined {
	let binding: Binding;
	try {
		binding = createRequire(import.meta.url)(
			'@open-spaced-repetition/binding-linux-x64-gnu'
		) as Binding;
	} catch {
		return undefined;
	}
	const fsrs = new binding.FSRSBinding();
	return ({ retention, steps }) => {
		let memory: Memory | null = null;
		return steps.map(([days, grade]) => {
			const state = fsrs.nextStates(memory, retention, days)[NAMES[grade - 1] as Name];
			memory = state.memory;
			const { stability, difficulty } = state.memory;
			return { stability, difficulty, interval: state.interval };
		});
	};
}

/** Any grade after any time up to a year, in every third case on the same day. */
const wild = (random: Random): Step => [
	random() < 0.3 ? 0 : Math.floor(Math.exp(random() * 6)),
	(1 + Math.floor(random() * 4)) as Step[1]
];

/** As a learner would: mostly right, a few days to some months apart. */
const usual = (random: Random, place: number): Step => {
	const wait = random() < 0.15 ? 0 : Math.round((0.4 + 1.6 * random()) * 2.2 ** place);
	const grade = random() < 0.15 ? 1 : random() < 0.15 ? 2 : random() < 0.85 ? 3 : 4;
	return [Math.min(wait, 365), grade];
};

/** Random histories of one to twenty answers; every other one wild. */
export function* histories(seed: string, count: number): Generator<History> {
	const random = randomFrom(seed);
	for (let n = 0; n < count; n++) {
		const length = 1 + Math.floor(random() * 20);
		yield {
			retention: Math.round(70 + random() * 27) / 100,
			steps: Array.from({ length }, (_, place) => {
				const [days, grade] = n % 2 ? wild(random) : usual(random, place);
				return [place === 0 ? 0 : days, grade] as const;
			})
		};
	}
}

/** A history with what Rust said of it. */
export interface Frozen extends History {
	states: State[];
}

/** After each answer: Rust's interval, and how far ours is from it. */
export interface Apart {
	/** Days, not rounded. */
	interval: number;
	/** The difference in days, and as a share of the interval. */
	days: number;
	share: number;
	difficulty: number;
	/** Whether both round to the same day. */
	sameDay: boolean;
}

export function apart({ retention, steps }: History, states: readonly State[]): Apart[] {
	let memory: Memory | null = null;
	return steps.map(([days, grade], n) => {
		const theirs = states[n] as State;
		const ours = (memory = remember(memory, days, grade));
		const { interval } = theirs;
		const off = Math.abs(intervalOf(ours.stability, retention) - interval);
		return {
			interval,
			days: off,
			share: off / interval,
			difficulty: Math.abs(ours.difficulty - theirs.difficulty),
			sameDay:
				wholeInterval(ours.stability, retention) ===
				Math.min(36_500, Math.max(1, Math.round(interval)))
		};
	});
}
