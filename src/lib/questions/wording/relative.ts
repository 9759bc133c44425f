import type { Fact } from '$lib/facts/fact';
import { entityOf, pluralNoun, words, type Entities } from './phrase';
import {
	groupWords,
	joined,
	opening,
	ownedWords,
	piecesOf,
	placeOf,
	slotAt,
	STRANDED,
	type SlotWords
} from './pieces';
import { verbGroup } from './verb-group';
import { classNoun } from './wh';

/**
 * Who or what an answer is by this fact, for telling why it is wrong elsewhere:
 * "the country from which Armenia had acquired Iskander missiles". `undefined` where that reads badly.
 */
export function relativeClause(fact: Fact, index: number, entities: Entities): string | undefined {
	const slot = slotAt(fact, index);
	const entity = entityOf(entities, slot);
	const { groups, fronted, subject, verb, after } = piecesOf(fact);
	const place = placeOf(groups, index);
	const noun = slot.type === 'person' ? (slot.noun ?? 'person') : classNoun(slot, entity);
	if (!place || !noun) return undefined;
	const { group, phrase } = place;
	// "a summit of the organization" → "the organization whose summit …"
	const owner =
		slot.role === 'possessor' || (slot.role === 'modifier' && slot.preposition === 'of');
	if (slot.role === 'modifier' && !owner) return undefined;
	const several = group.phrases.length > 1;
	const plural = slot.plural ?? false;
	const head = several ? `one of the ${pluralNoun(noun)}` : `the ${noun}`;
	const say: SlotWords = (other) => words(slotAt(fact, other));
	const others = [...after, ...fronted]
		.filter((g) => g !== group)
		.map((g) => groupWords(fact, g, say));
	const source = opening(fact, entities, [])?.trim();
	const aside = source ? `, ${source}` : '';
	const who = slot.type === 'person' ? 'who' : 'that';
	const which = slot.type === 'person' ? 'whom' : 'which';

	if (owner) {
		if (fact.predicate.lemma === 'be') return undefined;
		const owned = ownedWords(fact, phrase, index, say);
		if (group.role === 'subject')
			return `${head}${aside} whose ${joined(owned, verb.whole, ...others)}`;
		if (group.preposition) return undefined;
		return `${head}${aside} whose ${joined(owned, groupWords(fact, subject, say), verb.whole, ...others)}`;
	}
	if (group.role === 'subject')
		return `${head}${aside} ${who} ${joined(verbGroup(fact.predicate, plural || several).whole, ...others)}`;
	const rest = joined(groupWords(fact, subject, say), verb.whole, ...others);
	if (group.role === 'object') return `${head}${aside} that ${rest}`;
	if (group.preposition && !STRANDED.has(group.preposition) && group.role !== 'complement')
		return `${head}${aside} ${group.preposition} ${which} ${rest}`;
	return undefined;
}
