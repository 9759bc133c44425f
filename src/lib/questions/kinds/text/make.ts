import type { AnswerType } from '$lib/facts/fact';
import { mentions } from '$lib/language/names';
import type { Ask, Ground } from '../../ground';
import { draftOf, type Draft } from '../draft';

const NAMES = new Set<AnswerType>([
	'person',
	'organisation',
	'country',
	'city',
	'place',
	'month',
	'product',
	'event',
	'thing'
]);
const LONGEST = 5; // words that a person can be asked to type

/** Names that are spelled almost like the key but are somebody else: never forgiven as a slip. */
export const othersThan = (ask: Ask, ground: Ground): string[] =>
	[...ground.entities.values()]
		.filter((entity) => entity.id !== ask.slot.entity)
		.flatMap((entity) => [entity.name, ...entity.aliases])
		.filter((name) => name !== ask.key && !ask.variants.includes(name));

/** An answer to type, where it is a name or a short phrase. */
export function make(ground: Ground): Draft[] {
	return ground.asks.flatMap((ask) => {
		if (ask.needsOptions || !NAMES.has(ask.slot.type)) return [];
		if (!ask.parts && ask.key.split(' ').length > LONGEST) return [];
		// "What kind of aircraft …" would give away "trainer aircraft" but for one word.
		const betrayed =
			ask.variants.length === 0 && ask.key.split(' ').every((word) => mentions(ask.stem, word));
		if (betrayed) return [];
		return [
			{
				...draftOf(ask),
				others: othersThan(ask, ground),
				...(ask.parts ? { parts: ask.parts } : {})
			}
		];
	});
}
