import type { Question } from '$lib/questions/question';
import { randomFrom, shuffled } from '$lib/random';
import type { Recall } from './recall';

/**
 * Another question about the same fact than the last time: another slot if there is one, else other
 * words, else another kind. `undefined` where the fact has no question of its own.
 */
export function otherQuestion(
	pool: readonly Question[],
	recall: Pick<Recall, 'fact' | 'last'>,
	seed: string
): Question | undefined {
	const { last } = recall;
	const own = pool.filter(
		(question) => question.factIds.length === 1 && question.factId === recall.fact
	);
	// Another seed gives the last question other options and so another id: kind and slot tell it then.
	const before =
		own.find((question) => question.id === last.question) ??
		own.find((question) => question.kind === last.kind && question.slot === last.slot);
	const distance = (question: Question): number => {
		if (question === before) return 0;
		const otherSlot = question.slot !== last.slot;
		const otherKind = question.kind !== last.kind;
		const otherWords = question.stem !== before?.stem;
		return 1 + (otherSlot ? 4 : 0) + (otherWords ? 2 : 0) + (otherKind ? 1 : 0);
	};
	const mixed = shuffled(own, randomFrom(`${seed}:${recall.fact}`));
	return mixed.toSorted((a, b) => distance(b) - distance(a))[0];
}
