import { randomFrom, shuffled } from '$lib/random';
import type { Ground } from '../../ground';
import type { Item } from '../../question';
import type { Draft } from '../draft';
import { pairRules } from './pairs';

const FEWEST = 3;
const MOST = 5;

/** The first pair of each item and of each partner: a pair that could go two ways is no pair. */
function unambiguous(pairs: readonly Item[]): Item[] {
	const kept: Item[] = [];
	for (const pair of pairs)
		if (!kept.some((other) => other.text === pair.text || other.partner === pair.partner))
			kept.push(pair);
	return kept;
}

export function make(ground: Ground): Draft[] {
	return pairRules.flatMap((rule) => {
		const random = randomFrom(`${ground.seed}:match:${rule.stem}`);
		const items = shuffled(unambiguous(rule.pairs(ground)), random).slice(0, MOST);
		if (items.length < FEWEST) return [];
		return [
			{
				factId: items[0]?.factId ?? '',
				factIds: items.map((item) => item.factId),
				stem: rule.stem,
				key: items.map((item) => `${item.text}: ${item.partner}`),
				variants: [],
				others: [],
				options: [],
				items,
				evidence: items.flatMap((item) => ground.facts.get(item.factId)?.evidence ?? []),
				explanation: `${items.map((item) => `${item.text}: ${item.partner}`).join('; ')}.`
			}
		];
	});
}
