import type { Kind } from '$lib/questions/question';
import type { Attempt } from './attempt';
import type { Tempo } from './card';

/** What FSRS calls a rating: again, hard, good, easy. */
export type Grade = 1 | 2 | 3 | 4;

/** Who chooses may have guessed: however fast it was, a right choice never counts as easy. */
const CHOSEN: ReadonlySet<Kind> = new Set<Kind>(['choice', 'boolean']);

/** Right answers of a kind before the learner's own pace with it is known. */
const ENOUGH = 10;
const FAST = 0.5;
const SLOW = 2;

/**
 * Milliseconds at which the steps of the scale end, each a fifth longer than the one before, from a quarter of
 * a second to ten minutes. Whole numbers, so that every device sorts an answer into the same step.
 */
const EDGES: readonly number[] = Array.from({ length: 46 }, (_, step) =>
	Math.round(250 * 2 ** (step / 4))
);

export function stepOf(ms: number): number {
	let low = 0;
	let high = EDGES.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((EDGES[middle] as number) <= ms) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Whether an answer's time says something of the learner's pace: misses and answers without a time don't. */
export const isTimed = ({ right, ms }: Pick<Attempt, 'right' | 'ms'>): boolean => right && ms > 0;

/** Answer times with one more answer; only counts, so a log gives the same in whatever parts it is read. */
export function timed(tempo: Tempo, attempt: Pick<Attempt, 'kind' | 'right' | 'ms'>): Tempo {
	if (!isTimed(attempt)) return tempo;
	const counts = [...(tempo[attempt.kind] ?? noTimes())];
	counts[stepOf(attempt.ms)]! += 1;
	return { ...tempo, [attempt.kind]: counts };
}

export const noTimes = (): number[] => EDGES.concat(0).fill(0);

/** Median of the learner's right answers, milliseconds, within a tenth; `undefined` while too few are known. */
export function medianTime(counts: readonly number[] | undefined): number | undefined {
	if (!counts) return undefined;
	let all = 0;
	for (const count of counts) all += count;
	if (all < ENOUGH) return undefined;
	let below = 0;
	for (const [step, count] of counts.entries()) {
		below += count;
		if (2 * below >= all) return Math.sqrt(edge(step - 1) * edge(step));
	}
	return undefined;
}

const edge = (step: number): number =>
	EDGES[Math.min(Math.max(step, 0), EDGES.length - 1)] as number;

/**
 * How well a fact was known: again where the answer is wrong; hard where hints were taken or it took more than
 * twice the learner's median for that kind; easy where it was typed or put together, without hints, in less
 * than half of it; else good.
 */
export function gradeOf(
	attempt: Pick<Attempt, 'right' | 'hints' | 'kind' | 'ms'>,
	tempo: Tempo
): Grade {
	if (!attempt.right) return 1;
	if (attempt.hints) return 2;
	const median = attempt.ms > 0 ? medianTime(tempo[attempt.kind]) : undefined;
	if (median === undefined) return 3;
	if (attempt.ms > SLOW * median) return 2;
	return attempt.ms < FAST * median && !CHOSEN.has(attempt.kind) ? 4 : 3;
}
