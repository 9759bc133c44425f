import type { Ask } from '../ground';
import type { Draft } from './kind';

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
