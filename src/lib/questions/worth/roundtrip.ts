import { extract } from '$lib/facts/extract/extract';
import type { Entity, Fact } from '$lib/facts/fact';
import { fold } from '$lib/language/names';
import type { Parser } from '$lib/language/parse';
import { statement } from '../wording/statement';

/** Less confidence than this counts as this. */
export const LEAST_ARC = 0.01;

/** What comes back when a fact’s own sentence is parsed and read again. */
export interface RoundTrip {
	/** Share of the fact’s slots, from 0 to 1, that are found again in one clause with the same verb and role. */
	found: number;
	/** Mean of the logarithms of the parser’s confidence in the sentence’s arcs, from that of `LEAST_ARC` to 0. */
	confidence: number;
	/** Confidence in the weakest arc, from 0 to 1. */
	weakest: number;
}

/** Says the fact as a sentence, parses that and looks for the fact in it: garbled wording is parsed as something else. */
export function roundTrip(
	parse: Parser,
	fact: Fact,
	entities: ReadonlyMap<string, Entity>
): RoundTrip {
	const parsed = parse(statement(fact, entities, { attributed: false }));
	const { facts } = extract(parsed);
	const own = fact.slots.filter(({ role }) => role !== 'possessor' && role !== 'modifier');
	const found = facts
		.filter(({ predicate }) => predicate.lemma === fact.predicate.lemma)
		.map(({ slots }) => {
			const there = new Set(slots.map(({ role, text }) => `${role} ${lastWord(text)}`));
			return own.filter((slot) => there.has(`${slot.role} ${lastWord(slot.as ?? slot.text)}`))
				.length;
		});
	const arcs = parsed.tokens.filter(({ pos }) => pos !== 'PUNCT').map(({ arc }) => arc);
	return {
		found: Math.max(0, ...found) / Math.max(1, own.length),
		confidence:
			arcs.reduce((sum, arc) => sum + Math.log(Math.max(arc, LEAST_ARC)), 0) /
			Math.max(1, arcs.length),
		weakest: Math.min(1, ...arcs)
	};
}

const lastWord = (text: string): string => fold(text).split(' ').at(-1) ?? '';
