import type { Quote } from '$lib/article/article';
import type { Deck } from '$lib/facts/deck';
import type { Fact, Slot } from '$lib/facts/fact';
import { fold, mentions } from '$lib/language/names';
import { answerOf } from './wording/pieces';
import { wordQuestion } from './wording/question';
import { relativeClause } from './wording/relative';
import { statement } from './wording/statement';
import { entityOf, groupsOf, listed, type Entities } from './wording/phrase';

/** A slot that can be asked for, with its question worded. Several kinds are made of one ask. */
export interface Ask {
	fact: Fact;
	index: number;
	slot: Slot;
	stem: string;
	key: string;
	/** Answers right as well when typed. */
	variants: string[];
	/** Where several answers share the slot: accepted forms of each; asked for together. */
	parts?: string[][];
	/** "Which of these": fair with options only. */
	needsOptions: boolean;
	explanation: string;
	evidence: Quote[];
}

/** What questions are made from. */
export interface Ground {
	deck: Deck;
	entities: Entities;
	facts: ReadonlyMap<string, Fact>;
	asks: readonly Ask[];
	/** What only a gap in the fact’s own sentence asks for; their stems are empty. */
	gaps: readonly Ask[];
	/** Each fact as a sentence, by its id. */
	statements: ReadonlyMap<string, string>;
	/** The words of that sentence that carry meaning, folded. */
	content: ReadonlyMap<string, ReadonlySet<string>>;
	seed: string;
}

const contentWords = (sentence: string): Set<string> =>
	new Set(
		fold(sentence)
			.split(' ')
			.filter((word) => word.length > 3)
	);

/** Forms that people type for a slot's answer, beside the answer itself. */
export function variantsOf(slot: Slot, entities: Entities): string[] {
	const entity = entityOf(entities, slot);
	const own = [...(entity?.aliases ?? []), ...(slot.variants ?? [])];
	return [...new Set(own)].filter((variant) => variant !== answerOf(slot, entities));
}

/** What the article calls people beside their names: "Pakistan’s Prime Minister", "the CEO of …". */
function descriptions(deck: Deck, entities: Entities): Map<string, string[]> {
	const found = new Map<string, string[]>();
	const note = (id: string, text: string) =>
		found.set(id, [...new Set([...(found.get(id) ?? []), text])]);
	for (const fact of deck.facts)
		for (const slot of fact.slots) {
			const entity = entityOf(entities, slot);
			if (entity?.type !== 'person') continue;
			const title = slot.text.replace(entity.name, '').trim();
			if (title !== slot.text && title) note(entity.id, title);
			if (slot.role === 'subject' && fact.predicate.lemma === 'be') {
				const omit = new Set(
					fact.slots.flatMap((other, at) =>
						other.role === 'adverbial' || other.role === 'time' ? [at] : []
					)
				);
				const whole = statement(fact, entities, { attributed: false, omit });
				note(entity.id, whole.replace(/^.*? (is|was) |\.$/g, ''));
			}
		}
	return found;
}

export const explanationOf = (fact: Fact, entities: Entities): string => {
	const sentence = fact.sentence ?? statement(fact, entities);
	if (!fact.derivedBy) return sentence;
	return `${sentence} The article does not say so directly: it follows from “${fact.evidence.map((quote) => quote.quote).join('” and “')}”.`;
};

/** Whether the stem has all the words of a description: then it is no answer to it. */
const tells = (stem: string, description: string): boolean =>
	[...contentWords(description)].every((word) => mentions(stem, word));

/** "Which of these is one of the cities that …?", for one of several that share a slot. */
function whichOfThese(fact: Fact, index: number, entities: Entities): string | undefined {
	const which = relativeClause(fact, index, entities);
	return which && `Which of these is ${which}?`;
}

function asksOf(fact: Fact, entities: Entities, called: ReadonlyMap<string, string[]>): Ask[] {
	if (fact.asked === false) return [];
	const common = { fact, evidence: fact.evidence, explanation: explanationOf(fact, entities) };
	const several = groupsOf(fact).filter((group) => group.phrases.length > 1);
	const shared = new Set(several.flatMap((group) => group.phrases.map((phrase) => phrase.head)));
	const asks: Ask[] = [];
	for (const [index, slot] of fact.slots.entries()) {
		if (slot.asked === false || slot.role === 'aside') continue;
		const stem = shared.has(index)
			? whichOfThese(fact, index, entities)
			: wordQuestion(fact, index, entities);
		if (!stem) continue;
		asks.push({
			...common,
			index,
			slot,
			stem,
			key: answerOf(slot, entities),
			variants: [
				...variantsOf(slot, entities),
				...(called.get(slot.entity ?? '') ?? []).filter((name) => !tells(stem, name))
			],
			needsOptions: shared.has(index)
		});
	}
	for (const group of several) {
		const heads = group.phrases.map((phrase) => phrase.head);
		const slots = heads.map((head) => fact.slots[head] as Slot);
		const [index = 0] = heads;
		const stem = wordQuestion(fact, index, entities, { all: true });
		if (!stem || slots.some((slot) => slot.asked === false)) continue;
		asks.push({
			...common,
			index,
			slot: slots[0] as Slot,
			stem,
			key: listed(slots.map((slot) => answerOf(slot, entities))),
			variants: [],
			parts: slots.map((slot) => [answerOf(slot, entities), ...variantsOf(slot, entities)]),
			needsOptions: false
		});
	}
	return asks;
}

function gapsOf(fact: Fact, entities: Entities): Ask[] {
	if (fact.asked === false) return [];
	return fact.slots.flatMap((slot, index): Ask[] =>
		slot.role === 'aside' && slot.asked !== false
			? [
					{
						fact,
						index,
						slot,
						stem: '',
						key: answerOf(slot, entities),
						variants: variantsOf(slot, entities),
						needsOptions: false,
						explanation: explanationOf(fact, entities),
						evidence: fact.evidence
					}
				]
			: []
	);
}

/** Whether nothing of a fact may ever be asked; said in words that don’t stand alone it explains no option either. */
const isOnlyTold = ({ asked, slots }: Fact): boolean =>
	asked === false && slots.every((slot) => slot.asked === false);

export function groundOf(whole: Deck, seed: string): Ground {
	const deck: Deck =
		whole.reviewed === false
			? { ...whole, facts: whole.facts.filter((fact) => !isOnlyTold(fact)) }
			: whole;
	const entities: Entities = new Map(deck.entities.map((entity) => [entity.id, entity]));
	const called = descriptions(deck, entities);
	const statements = new Map(deck.facts.map((fact) => [fact.id, statement(fact, entities)]));
	return {
		deck,
		entities,
		statements,
		content: new Map([...statements].map(([id, sentence]) => [id, contentWords(sentence)])),
		facts: new Map(deck.facts.map((fact) => [fact.id, fact])),
		asks: deck.facts.flatMap((fact) => asksOf(fact, entities, called)),
		gaps: deck.facts.flatMap((fact) => gapsOf(fact, entities)),
		seed
	};
}
