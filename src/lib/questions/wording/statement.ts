import type { Fact } from '$lib/facts/fact';
import { words, type Entities, type Group } from './phrase';
import { closed, groupWords, joined, opening, piecesOf, slotAt, type SlotWords } from './pieces';

interface StatementOptions {
	/** Other words for some slots, by index: a wrong option, a blank. */
	replace?: ReadonlyMap<number, string>;
	attributed?: boolean;
	/** Slots left out, by index of their phrase's head. */
	omit?: ReadonlySet<number>;
}

/** The fact as a sentence: "Pakistan was the second country to recognize Azerbaijan’s independence in 1991." */
export function statement(
	fact: Fact,
	entities: Entities,
	{ replace, attributed = true, omit }: StatementOptions = {}
): string {
	const whole = fact.sentence ?? fact.passage?.sentence;
	// Of a sentence that was not read to its end only its subject is known, and what gaps ask for.
	if (whole !== undefined && fact.slots.filter(({ role }) => role !== 'aside').length < 2)
		return whole;
	const say: SlotWords = (index) => replace?.get(index) ?? words(slotAt(fact, index));
	const { fronted, subject, verb, after } = piecesOf(fact);
	const kept = (group: Group) => !group.phrases.some((phrase) => omit?.has(phrase.head));
	const front = fronted.filter(kept).map((group) => `${groupWords(fact, group, say)}, `);
	const rest = after.filter(kept).map((group) => groupWords(fact, group, say));
	return closed(
		(attributed ? (opening(fact, entities, []) ?? '') : '') +
			front.join('') +
			joined(groupWords(fact, subject, say), verb.whole, ...rest),
		'.'
	);
}

/** The fact as a yes-or-no question, affirmative even where the fact is not: "Does the bloc include Azerbaijan?" */
export function polarQuestion(
	fact: Fact,
	entities: Entities,
	replace?: ReadonlyMap<number, string>
): string {
	const say: SlotWords = (index) => replace?.get(index) ?? words(slotAt(fact, index));
	const { fronted, subject, verb, after } = piecesOf(fact, {
		...fact.predicate,
		polarity: 'affirmative'
	});
	const rest = [...after, ...fronted].map((group) => groupWords(fact, group, say));
	// "May the interest be …?" would ask for leave.
	const auxiliary = verb.auxiliary === 'may' ? 'could' : verb.auxiliary;
	return closed(
		(opening(fact, entities, []) ?? '') +
			joined(auxiliary, groupWords(fact, subject, say), verb.rest, ...rest),
		'?'
	);
}
