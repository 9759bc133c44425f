import type { Kind, Question } from '$lib/questions/question';
import { randomFrom, shuffled } from '$lib/random';
import type { Card } from './card';

/** How much an answer of a kind proves: who chooses may guess, a gap gives the words around, typing gives nothing. */
const PROVES: Record<Kind, number> = {
	choice: 0,
	boolean: 0,
	match: 0,
	order: 0,
	cloze: 1,
	number: 2,
	text: 2
};
/** Days; what holds for a week can be asked for without any help. */
const FIRM = 7;

/** How hard the next question may be: chosen after a miss, a gap after a right answer, typed when it holds. */
function levelOf({ streak, stability }: Pick<Card, 'streak' | 'stability'>): number {
	if (streak === 0) return 0;
	return stability >= FIRM ? 2 : 1;
}

/**
 * Another question about the same fact than the last time: other words where there are any; of those, a kind that
 * asks more as the fact gets stronger, or the nearest to it that the fact has; of those, another slot. `undefined`
 * where the fact has no question of its own.
 */
export function otherQuestion(
	pool: readonly Question[],
	card: Pick<Card, 'fact' | 'last' | 'streak' | 'stability'>,
	seed: string
): Question | undefined {
	const { last } = card;
	const own = pool.filter(
		(question) => question.factIds.length === 1 && question.factId === card.fact
	);
	// Another seed gives the last question other options and so another id: kind and slot tell it then.
	const before =
		own.find((question) => question.id === last.question) ??
		own.find((question) => question.kind === last.kind && question.slot === last.slot);
	const level = levelOf(card);
	const fit = (question: Question): number => {
		if (question === before) return -1;
		const otherSlot = question.slot !== last.slot;
		const otherKind = question.kind !== last.kind;
		const otherWords = question.stem !== before?.stem;
		const away = Math.abs(PROVES[question.kind] - level);
		return (otherWords ? 12 : 0) + (2 - away) * 4 + (otherSlot ? 2 : 0) + (otherKind ? 1 : 0);
	};
	const mixed = shuffled(own, randomFrom(`${seed}:${card.fact}`));
	return mixed.toSorted((a, b) => fit(b) - fit(a))[0];
}
