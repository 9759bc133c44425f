import { type Span } from '$lib/article/article';
import { contains, overlaps } from '$lib/article/spans';
import type { Fact, Slot } from './fact';

/** How far facts found by the engine go along with reviewed ones. */
export interface Coverage {
	/** Reviewed facts that were found. */
	found: Fact[];
	missed: Fact[];
	/** Facts of the engine that are in none of the reviewed ones. */
	unmatched: Fact[];
}

type Words = Pick<Slot, 'start' | 'end' | 'text' | 'as'>;

/** Share of a fact's slots that must stand in the other for the two to be the same statement. */
const SAME = 0.6;

/** Holds the engine's facts against reviewed ones. */
export function coverageOf(reviewed: readonly Fact[], found: readonly Fact[]): Coverage {
	const isFound = (fact: Fact) => found.some((other) => says(other, fact));
	return {
		found: reviewed.filter(isFound),
		missed: reviewed.filter((fact) => !isFound(fact)),
		unmatched: found.filter((fact) => !reviewed.some((other) => says(fact, other)))
	};
}

/**
 * Whether `found` says what `reviewed` does: in the same sentence, of the same things, by the same speaker, and no
 * surer. What stands all in one phrase is only named there, not said, unless the verb is the same.
 */
function says(found: Fact, reviewed: Fact): boolean {
	const near = reviewed.evidence.some((quote) =>
		found.evidence.some((other) => overlaps(quote, other))
	);
	if (!near || !isAsSure(found, reviewed)) return false;
	const places = phrasesOf(found);
	const placesOf = (part: Slot | Words): Words[][] =>
		places.filter((phrase) =>
			phrase.some((place) => inside(part, place) || said(part) === said(place))
		);
	const told = own(reviewed).filter((slot) => placesOf(slot).length);
	const sources = reviewed.attribution ? placesOf(reviewed.attribution) : [];
	if (reviewed.attribution && !sources.length) return false;
	if (own(reviewed).some((slot) => slot.type === 'quotation' && !told.includes(slot))) return false;
	const used = new Set([...told.flatMap(placesOf), ...sources]);
	const { lemma } = reviewed.predicate;
	const verb = found.predicate.lemma === lemma && !/^(be|have)$/.test(lemma);
	return told.length / own(reviewed).length >= SAME && used.size + (verb ? 1 : 0) >= 2;
}

/** Its phrases, each with its owner and what modifies it, and who says so. */
function phrasesOf(fact: Fact): Words[][] {
	const phrases: Words[][] = fact.attribution ? [[fact.attribution]] : [];
	let open = false;
	for (const slot of own(fact)) {
		if (open || slot.role === 'modifier') phrases.at(-1)?.push(slot);
		else phrases.push([slot]);
		open = slot.role === 'possessor';
	}
	return phrases.map((phrase) => phrase.filter((words) => !isOpen(words)));
}

/** A pronoun that is known to mean a name says that name. */
const said = ({ as, text }: Words): string => as ?? text;

const own = ({ slots }: Fact): Slot[] => slots.filter(({ role }) => role !== 'aside');

const inside = (slot: Span, other: Span): boolean => contains(other, slot) || contains(slot, other);

/** A pronoun that nobody has resolved is nothing told. */
const isOpen = ({ text, as }: Words): boolean =>
	as === undefined &&
	/^(I|you|he|she|it|we|they|me|him|her|us|them|this|that|these|those)$/i.test(text);

/** A plan is not said to be done, what may be not to be, what is not no other than not to be. */
function isAsSure(found: Fact, reviewed: Fact): boolean {
	const [one, other] = [found.predicate, reviewed.predicate];
	const [, intended] = /^to (?:have been |have |be )?(\S+)/.exec(other.infinitive ?? '') ?? [];
	if (intended === one.lemma) return one.modal !== undefined || one.infinitive !== undefined;
	if (one.lemma !== other.lemma) return true;
	return (
		one.polarity === other.polarity && (one.modal === undefined) === (other.modal === undefined)
	);
}
