import type { Fact } from '$lib/facts/fact';
import { datedEvents } from '../../events';
import type { Ground } from '../../ground';
import type { Item } from '../../question';
import { answerOf } from '../../wording/pieces';
import { statement } from '../../wording/statement';

/** A way to make pairs of facts: which facts, what stands on the left and on the right. */
export interface PairRule {
	stem: string;
	pairs(ground: Ground): Item[];
}

/** What follows the verb in a fact about its subject: "the CEO of …". */
function predicateOf(ground: Ground, fact: Fact, verb: string): string {
	const omit = new Set(
		fact.slots.flatMap((slot, i) => (slot.role === 'adverbial' || slot.role === 'time' ? [i] : []))
	);
	const sentence = statement(fact, ground.entities, { attributed: false, omit }).replace(/\.$/, '');
	return sentence.slice(sentence.indexOf(` ${verb} `) + verb.length + 2);
}

const subjectOf = (fact: Fact, type: string) =>
	fact.slots.find((slot) => slot.role === 'subject' && slot.type === type && slot.entity);

const positions: PairRule = {
	stem: 'Which position does each of these people hold, according to the article?',
	pairs: (ground) =>
		ground.deck.facts.flatMap((fact) => {
			const person = subjectOf(fact, 'person');
			if (!person || fact.predicate.lemma !== 'be' || fact.asked === false) return [];
			const verb = fact.predicate.tense === 'past' ? 'was' : 'is';
			const partner = predicateOf(ground, fact, verb).replace(/^the /, '');
			return [{ factId: fact.id, text: answerOf(person, ground.entities), partner }];
		})
};

const sayings: PairRule = {
	stem: 'Who said what, according to the article?',
	pairs: (ground) =>
		ground.deck.facts.flatMap((fact) => {
			const person = subjectOf(fact, 'person');
			const quotation = fact.slots.find((slot) => slot.type === 'quotation');
			if (!person || !quotation) return [];
			return [
				{
					factId: fact.id,
					text: answerOf(person, ground.entities),
					partner: quotation.as ?? `“${quotation.text}”`
				}
			];
		})
};

const kindsOfThings: PairRule = {
	stem: 'What is each of these, according to the article?',
	pairs: (ground) =>
		ground.deck.facts.flatMap((fact) => {
			const thing = subjectOf(fact, 'product');
			const kind = fact.slots.find((slot) => slot.role === 'complement');
			// "A fighter jet" beside "ballistic missiles" would tell itself apart.
			if (!thing || !kind || kind.plural || fact.predicate.lemma !== 'be') return [];
			return [
				{ factId: fact.id, text: answerOf(thing, ground.entities), partner: kind.as ?? kind.text }
			];
		})
};

const dated = (type: 'year' | 'month', stem: string): PairRule => ({
	stem,
	pairs: (ground) =>
		datedEvents(ground, type).map(({ fact, text, label }) => ({
			factId: fact.id,
			text,
			partner: label
		}))
});

export const pairRules: readonly PairRule[] = [
	positions,
	sayings,
	kindsOfThings,
	dated('year', 'In which year did each of these events happen?'),
	dated('month', 'In which month did each of these events happen, according to the article?')
];
