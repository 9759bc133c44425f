import { default_w } from 'ts-fsrs';
import type { Step } from './rust-fsrs';

/**
 * FSRS-6 reckoned in single precision after every operation, as Rust does it: to show that this is all that
 * parts Rust's numbers from ours. Formulas: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
const f = Math.fround;
const exp = (x: number) => f(Math.exp(x));
const pow = (x: number, y: number) => f(x ** y);
const w = (n: number) => f(default_w[n] as number);

const DECAY = f(-w(20));
const FACTOR = f(exp(f(f(1 / DECAY) * f(Math.log(f(0.9))))) - 1);

interface Memory {
	stability: number;
	difficulty: number;
}

const within = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);
const firstDifficulty = (grade: number) => f(f(w(4) - exp(f(w(5) * (grade - 1)))) + 1);
const recall = (days: number, stability: number) =>
	pow(f(f(f(days / stability) * FACTOR) + 1), DECAY);

function afterSuccess({ stability, difficulty }: Memory, r: number, grade: number): number {
	let gain = f(exp(w(8)) * f(11 - difficulty));
	gain = f(gain * pow(stability, f(-w(9))));
	gain = f(gain * f(exp(f(f(1 - r) * w(10))) - 1));
	if (grade === 2) gain = f(gain * w(15));
	if (grade === 4) gain = f(gain * w(16));
	return f(stability * f(gain + 1));
}

function afterMiss({ stability, difficulty }: Memory, r: number): number {
	let left = f(w(11) * pow(difficulty, f(-w(12))));
	left = f(left * f(pow(f(stability + 1), w(13)) - 1));
	left = f(left * exp(f(f(1 - r) * w(14))));
	return Math.min(left, f(stability / exp(f(w(17) * w(18)))));
}

function sameDay({ stability }: Memory, grade: number): number {
	const gain = f(exp(f(w(17) * f(f(grade - 3) + w(18)))) * pow(stability, f(-w(19))));
	return f(stability * (grade >= 2 ? Math.max(gain, 1) : gain));
}

function nextDifficulty({ difficulty }: Memory, grade: number): number {
	const damped = f(f(f(10 - difficulty) * f(-f(w(6) * (grade - 3)))) / 9);
	const next = f(difficulty + damped);
	return f(f(w(7) * f(firstDifficulty(4) - next)) + next);
}

export function single(before: Memory | null, [days, grade]: Step): Memory {
	if (!before)
		return { stability: w(grade - 1), difficulty: within(firstDifficulty(grade), 1, 10) };
	const r = recall(days, before.stability);
	const stability =
		days === 0
			? sameDay(before, grade)
			: grade === 1
				? afterMiss(before, r)
				: afterSuccess(before, r, grade);
	return {
		stability: within(stability, f(0.001), 36_500),
		difficulty: within(nextDifficulty(before, grade), 1, 10)
	};
}
