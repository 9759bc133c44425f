import type { Draft } from './kinds/draft';
import type { Kind } from './question';

// Guessing alone gets a half of the yes-or-no questions, a quarter of the choices, next to none of the typed ones.
const BY_KIND: Record<Kind, number> = {
	boolean: 0.2,
	choice: 0.35,
	match: 0.45,
	order: 0.55,
	cloze: 0.6,
	number: 0.7,
	text: 0.7
};

/** An estimate from what can be known before anybody answered: kind, length of the key, kind of answer. */
export function difficultyOf(kind: Kind, draft: Pick<Draft, 'key' | 'answerType'>): number {
	const words = typeof draft.key === 'string' ? draft.key.split(' ').length : 1;
	const common = draft.answerType === 'country' || draft.answerType === 'month' ? -0.05 : 0;
	const exact = draft.answerType === 'quantity' || draft.answerType === 'money' ? 0.1 : 0;
	return Number(
		Math.min(1, BY_KIND[kind] + Math.min(0.15, (words - 1) * 0.05) + common + exact).toFixed(2)
	);
}
