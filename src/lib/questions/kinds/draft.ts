import type { Ask } from '../ground';
import type { Question } from '../question';

/** A question before it has its id and its place among the others. */
export type Draft = Omit<Question, 'id' | 'difficulty' | 'kind'>;

/** What every question made of an ask has in common. */
export const draftOf = (ask: Ask): Draft => ({
	factId: ask.fact.id,
	factIds: [ask.fact.id],
	slot: ask.index,
	answerType: ask.slot.type,
	stem: ask.stem,
	key: ask.key,
	variants: ask.variants,
	others: [],
	options: [],
	items: [],
	evidence: ask.evidence,
	explanation: ask.explanation
});
