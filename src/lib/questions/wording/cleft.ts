import type { Fact } from '$lib/facts/fact';
import { words, type Entities } from './phrase';
import {
	closed,
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

/**
 * The fact as a yes-or-no question about who or what it is true of: "Was it from Turkey that Armenia
 * acquired Iskander missiles?". The article's naming of another is then a no, which it is not for "Did
 * Armenia acquire missiles from Turkey?". `undefined` for slots that can't be put in front so.
 */
export function cleftQuestion(
	fact: Fact,
	index: number,
	instead: string,
	entities: Entities
): string | undefined {
	const slot = slotAt(fact, index);
	const { groups, fronted, subject, after, verb } = piecesOf(fact);
	const place = placeOf(groups, index);
	if (!place || place.group.phrases.length > 1 || fact.predicate.polarity === 'negative')
		return undefined;
	const { group, phrase } = place;
	const say: SlotWords = (other) => (other === index ? instead : words(slotAt(fact, other)));
	const others = [...after, ...fronted]
		.filter((other) => other !== group)
		.map((other) => groupWords(fact, other, say));
	const past = fact.predicate.tense === 'past' && fact.predicate.aspect === 'simple';
	const be = past && !fact.predicate.modal ? 'was it' : 'is it';
	const start = opening(fact, entities, []) ?? '';
	const rest = joined(groupWords(fact, subject, say), verb.whole, ...others);

	if (slot.role === 'possessor') {
		if (group.preposition || fact.predicate.lemma === 'be') return undefined;
		const owned = ownedWords(fact, phrase, index, say);
		const owns =
			group.role === 'subject'
				? joined(owned, verb.whole, ...others)
				: joined(owned, groupWords(fact, subject, say), verb.whole, ...others);
		return closed(start + joined(be, instead, 'whose', owns), '?');
	}
	if (phrase.head !== index) return undefined;
	if (group.role === 'subject') {
		const who = slot.type === 'person' ? 'who' : 'that';
		const verbOf = verbGroup(fact.predicate, slot.plural ?? false);
		return closed(
			start + joined(be, groupWords(fact, group, say), who, verbOf.whole, ...others),
			'?'
		);
	}
	if (group.role === 'complement' || STRANDED.has(group.preposition ?? '')) return undefined;
	return closed(start + joined(be, groupWords(fact, group, say), 'that', rest), '?');
}
