import type { Fact } from '$lib/facts/fact';
import { words } from './phrase';
import { closed, groupWords, joined, piecesOf, placeOf, slotAt, type SlotWords } from './pieces';
import { verbGroup } from './verb-group';

/** What can be put in front without a contortion: an object, a time or place. */
const PLAIN = new Set(['', 'in']);

/**
 * The fact as a yes-or-no question about who or what it is true of: "Was it from Turkey that Armenia
 * acquired Iskander missiles?". The article's naming of another is then a no, which it is not for "Did
 * Armenia acquire missiles from Turkey?". `undefined` for slots that can't be put in front so, for what is not past,
 * and for claims: "According to X, was it Y that …" is two questions.
 */
export function cleftQuestion(fact: Fact, index: number, instead: string): string | undefined {
	const slot = slotAt(fact, index);
	const { groups, fronted, subject, after, verb } = piecesOf(fact);
	const place = placeOf(groups, index);
	if (
		fact.attribution ||
		!place ||
		place.group.phrases.length > 1 ||
		fact.predicate.polarity === 'negative'
	)
		return undefined;
	const { group, phrase } = place;
	const say: SlotWords = (other) => (other === index ? instead : words(slotAt(fact, other)));
	const others = [...after, ...fronted]
		.filter((other) => other !== group)
		.map((other) => groupWords(fact, other, say));
	const past = fact.predicate.tense === 'past' && fact.predicate.aspect === 'simple';
	// "Is it Russia that has been promoting …?" is stilted where nobody has spoken of it before.
	if (!past || fact.predicate.modal) return undefined;
	const rest = joined(groupWords(fact, subject, say), verb.whole, ...others);

	if (phrase.head !== index) return undefined;
	if (group.role === 'subject') {
		const who = slot.type === 'person' ? 'who' : 'that';
		const verbOf = verbGroup(fact.predicate, slot.plural ?? false);
		return closed(
			joined('was it', groupWords(fact, group, say), who, verbOf.whole, ...others),
			'?'
		);
	}
	if (group.role === 'complement' || !PLAIN.has(group.preposition ?? '')) return undefined;
	return closed(joined('was it', groupWords(fact, group, say), 'that', rest), '?');
}
