import { computeDecayFactor, FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import { EMPTY, factKey, type Card, type Memory } from './card';
import type { Attempt } from './attempt';
import { dayOf } from './day';
import { gradeOf, isTimed, noTimes, stepOf, type Grade } from './grade';
import { logOf } from './log';
import type { Removal } from './removal';

/**
 * FSRS-6 with its default parameters; answers of the same day are short-term memory. To the last digit what ts-fsrs
 * gives, in half the time: its parameters stand behind a proxy, and the curve reckons its constants at every answer.
 */
class Fsrs6 extends FSRSAlgorithm {
	constructor() {
		super({ enable_short_term: true, enable_fuzz: false });
		this.param = { ...this.param };
		const { decay, factor } = computeDecayFactor(this.param.w);
		this.forgetting_curve = (days, stability) =>
			Math.round((1 + (factor * days) / stability) ** decay * 1e8) / 1e8;
	}
}
const fsrs = new Fsrs6();

/** Stability and difficulty after an answer, `days` whole learner's days after the one before; `null`: the first. */
export const remember = (before: FSRSState | null, days: number, grade: Grade): FSRSState =>
	fsrs.next_state(before, days, grade);

/**
 * What a learner remembers after some more answers: `attempts` in the order of `byOrder`, all of them after what
 * `memory` knows, none twice, none removed. A log gives the same in whatever parts it is replayed.
 * `note` is told of each attempt with the card as it was before.
 */
export function replay(
	memory: Memory,
	attempts: readonly Attempt[],
	note?: (attempt: Attempt, before: Card | undefined) => void
): Memory {
	if (!attempts.length) return memory;
	const cards = new Map(memory.cards);
	const tempo = Object.fromEntries(
		Object.entries(memory.tempo).map(([kind, counts]) => [kind, [...counts]])
	);
	let { newest } = memory;
	for (const attempt of attempts) {
		const key = factKey(attempt.deck, attempt.fact);
		const before = cards.get(key);
		note?.(attempt, before);
		cards.set(key, answered(before, attempt, gradeOf(attempt, tempo)));
		if (isTimed(attempt)) (tempo[attempt.kind] ??= noTimes())[stepOf(attempt.ms)]! += 1;
		newest = Math.max(newest, attempt.order);
	}
	return { cards, tempo, newest, count: memory.count + attempts.length };
}

/** What a learner remembers, from all that is stored of them, in any order, with what was removed left out. */
export const replayAll = (attempts: readonly Attempt[], removals: readonly Removal[]): Memory =>
	replay(EMPTY, logOf(attempts, removals));

function answered(before: Card | undefined, attempt: Attempt, grade: Grade): Card {
	const day = dayOf(attempt);
	const { id, question, kind, slot, right, at, order, where, sitting } = attempt;
	// A clock that was set back makes it the same day, not a day in the past.
	const days = before ? Math.max(0, day - before.day) : 0;
	const { stability, difficulty } = remember(before ?? null, days, grade);
	const last: Card['last'] = { id, question, kind, right, at, order, where, sitting };
	if (slot !== undefined) last.slot = slot;
	return {
		deck: attempt.deck,
		fact: attempt.fact,
		stability,
		difficulty,
		first: before ? before.first : day,
		day,
		tries: (before ? before.tries : 0) + 1,
		streak: right ? (before ? before.streak : 0) + 1 : 0,
		lapses: (before ? before.lapses : 0) + (!right && before?.last.right ? 1 : 0),
		last
	};
}
