import { type Quote } from '$lib/article/article';
import { contains, isVerbatim } from '$lib/article/spans';
import { paragraphs } from '$lib/article/paragraphs';
import type { Problem } from '$lib/result';
import type { Deck } from './deck';
import { derive } from './derive';
import type { Fact } from './fact';

/** What a derived fact says and where from, for comparing. */
const claim = ({ derivedBy, from, predicate, slots }: Fact): string =>
	JSON.stringify([
		derivedBy,
		from,
		predicate,
		slots.map((slot) => [slot.role, slot.start, slot.as ?? slot.text])
	]);

/**
 * What a schema can't see: quotes and slots stand verbatim at their spans, ids are unique and known,
 * evidence lies in the article's paragraphs. Returns every problem, in the order of the facts.
 */
export function checkDeck(deck: Deck): Problem[] {
	const { text } = deck.article;
	const problems: Problem[] = [];
	const entities = new Set(deck.entities.map((entity) => entity.id));
	const facts = new Set(deck.facts.map((fact) => fact.id));
	const body = paragraphs(deck.article);
	const conclusions = new Set(derive(deck.facts, deck.entities).map(claim));

	const verbatim = (place: Quote, what: string, where: string) => {
		if (isVerbatim(text, place)) return;
		const stands = text.slice(place.start, place.end);
		problems.push({
			code: 'quote-not-in-text',
			message:
				`${what} “${place.quote}” does not stand in the article at ${place.start} to ${place.end}` +
				`${stands ? `, where it says “${stands}”` : ', which is beyond its end'}. ` +
				'Correct the quote or its place, or leave the fact out.',
			where
		});
	};
	const known = (id: string | undefined, ids: Set<string>, what: string, where: string) => {
		if (id === undefined || ids.has(id)) return;
		problems.push({
			code: 'unknown-id',
			message: `${what} “${id}” is named but not in the deck. Add it, or take the mention out.`,
			where
		});
	};
	const unique = (ids: string[], what: string, where: string) => {
		for (const [i, id] of ids.entries())
			if (ids.indexOf(id) < i)
				problems.push({
					code: 'duplicate-id',
					message: `Two ${what} have the id “${id}”. Give one of them another.`,
					where: `${where}.${i}`
				});
	};

	unique([...deck.entities.map((entity) => entity.id)], 'entities', 'entities');
	unique([...deck.facts.map((fact) => fact.id)], 'facts', 'facts');
	for (const [i, fact] of deck.facts.entries()) {
		for (const [j, quote] of fact.evidence.entries()) {
			const where = `facts.${i}.evidence.${j}`;
			verbatim(quote, 'The quote', where);
			if (isVerbatim(text, quote) && !body.some((paragraph) => contains(paragraph, quote)))
				problems.push({
					code: 'quote-across-paragraphs',
					message: `The quote “${quote.quote}” is not inside one paragraph of the article. Use a quote for each paragraph.`,
					where
				});
		}
		for (const [j, slot] of fact.slots.entries()) {
			const where = `facts.${i}.slots.${j}`;
			verbatim({ ...slot, quote: slot.text }, 'The words', where);
			known(slot.entity, entities, 'The entity', where);
			for (const id of slot.unfair ?? []) known(id, entities, 'The entity', where);
		}
		if (fact.attribution) {
			const where = `facts.${i}.attribution`;
			verbatim({ ...fact.attribution, quote: fact.attribution.text }, 'The words', where);
			known(fact.attribution.entity, entities, 'The entity', where);
		}
		if (fact.derivedBy && !conclusions.has(claim(fact)))
			problems.push({
				code: 'does-not-follow',
				message: `The fact “${fact.id}” does not follow by the rule “${fact.derivedBy}” from the facts that it names. State it with evidence of its own, or leave it out.`,
				where: `facts.${i}`
			});
		for (const id of fact.from ?? []) known(id, facts, 'The fact', `facts.${i}.from`);
		if (!fact.slots.some((slot) => slot.role === 'subject'))
			problems.push({
				code: 'no-subject',
				message: `The fact “${fact.id}” has no subject, so no sentence can be made of it. Add one.`,
				where: `facts.${i}.slots`
			});
	}
	return problems;
}
