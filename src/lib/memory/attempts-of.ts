import type { Answer } from '$lib/quiz/fold';
import type { Sitting } from '$lib/quiz/sitting';
import type { Attempt } from './attempt';
import { orderAfter } from './order';

/** What an answer about a fact is called. One that was taken back leaves its name to nobody. */
export function attemptId(
	sitting: Pick<Sitting, 'id' | 'events'>,
	item: number,
	fact: string
): string {
	const undone = sitting.events.filter((event) => event.type === 'undone' && event.item === item);
	return `${sitting.id}:${item}:${fact}${undone.length ? `:${undone.length}` : ''}`;
}

/** The attempts that one answer makes: one for each fact in the question. `newest`: the latest `order` known. */
export function attemptsOf(
	sitting: Pick<Sitting, 'id' | 'where' | 'items' | 'events'>,
	item: number,
	answer: Answer,
	context: { learner: string; offset: number; newest: number }
): Attempt[] {
	const place = sitting.items[item];
	if (!place) return [];
	const { deck, question } = place;
	const first = orderAfter(context.newest, answer.at);
	return question.factIds.map((fact, n) => ({
		version: 2,
		id: attemptId(sitting, item, fact),
		learner: context.learner,
		deck,
		fact,
		question: question.id,
		kind: question.kind,
		...(question.slot === undefined ? {} : { slot: question.slot }),
		given: answer.given,
		right: answer.score.facts[fact] ?? answer.score.right,
		...(answer.hints ? { hints: answer.hints } : {}),
		ms: Math.round(answer.ms / question.factIds.length),
		at: answer.at,
		offset: context.offset,
		order: first + n,
		where: sitting.where,
		sitting: sitting.id
	}));
}
