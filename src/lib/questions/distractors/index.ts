import type { AnswerType } from '$lib/facts/fact';
import type { Random } from '$lib/random';
import type { Ask, Ground } from '../ground';
import type { Distractor } from './distractor';
import { nameDistractors } from './names';
import { numberDistractors } from './numbers';

export const NUMERIC = new Set<AnswerType>([
	'quantity',
	'money',
	'percentage',
	'duration',
	'year',
	'month'
]);

/** Up to three wrong options for an ask, the most plausible first. Fewer where no more are fair. */
export function distractorsFor(ask: Ask, ground: Ground, random: Random): Distractor[] {
	if (ask.slot.asked === 'typed') return [];
	if (NUMERIC.has(ask.slot.type)) return numberDistractors(ask, ground, random);
	// A little chance among the nearly equal, so that another seed brings other options.
	return nameDistractors(ask, ground)
		.map((distractor) => ({ distractor, rank: distractor.weight + random() * 0.3 }))
		.toSorted((a, b) => b.rank - a.rank)
		.slice(0, 3)
		.map(({ distractor }) => distractor);
}
