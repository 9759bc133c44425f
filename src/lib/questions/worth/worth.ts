import { amountsIn } from '$lib/facts/extract/amounts';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Parser } from '$lib/language/parse';
import type { Question } from '../question';
import { FEATURES, featuresOf, type Features } from './features';
import { wordsOf } from './centre';
import { asksSource, wholeOf } from './place';
import { roundTrip } from './roundtrip';
import { isUnfit } from './unfit';
import { WEIGHTS } from './weights';

export interface Weighed {
	question: Question;
	/** Probability, from 0 to 1, that a strict reader accepts it; fitted and calibrated on verdicts, see `training/`. */
	probability: number;
}

/** Every question with the probability that it is acceptable, best first. */
export function weigh(
	extracted: Extracted,
	questions: readonly Question[],
	title: string,
	parse: Parser
): Weighed[] {
	return featured(extracted, questions, title, parse)
		.map(({ question, features }): Weighed => {
			const sum = FEATURES.reduce((total, name) => total + WEIGHTS[name] * features[name], 0);
			return { question, probability: 1 / (1 + Math.exp(-sum)) };
		})
		.toSorted((a, b) => b.probability - a.probability || (a.question.id < b.question.id ? -1 : 1));
}

/** Every question that may be shown at all, with its features. */
export function featured(
	extracted: Extracted,
	questions: readonly Question[],
	title: string,
	parse: Parser
): { question: Question; features: Features }[] {
	const facts = new Map(extracted.facts.map((fact) => [fact.id, fact]));
	const entities = new Map(extracted.entities.map((entity) => [entity.id, entity]));
	const named = new Map<string, number>();
	for (const { entity } of extracted.mentions) named.set(entity, (named.get(entity) ?? 0) + 1);
	const topic = topicOf(extracted);
	const { text } = extracted.doc;
	const figures = amountsIn(text, { start: 0, end: text.length }).flatMap(
		({ value }) => value ?? []
	);
	const fit = questions.flatMap((question) => {
		const fact = facts.get(question.factId);
		const clause = fact && extracted.origins.get(fact.from?.[0] ?? fact.id);
		if (!fact || !clause) return [];
		const { doc } = extracted;
		const source = asksSource(doc, doc.sentenceOf(clause.verb), fact.slots[question.slot ?? -1]);
		if (isUnfit({ question, fact, title, topic, entities, source, figures })) return [];
		return [{ question, fact, clause }];
	});
	// Parsing again is what costs: once a fact, and only of those that are asked.
	const trips = new Map(
		[...new Set(fit.map(({ fact }) => fact))].map((fact) => [
			fact.id,
			roundTrip(parse, fact, entities)
		])
	);
	const whole = wholeOf(extracted, topic);
	const words = wordsOf(extracted);
	const setting = { extracted, title, topic, whole, words, named, trips };
	return fit.map(({ question, fact, clause }) => ({
		question,
		features: featuresOf(question, fact, clause, setting)
	}));
}

/** Share of all facts that name what the article is about, at least. */
const MOST = 0.35;

/** What the article is about: the name that most facts have. */
function topicOf({ facts }: Extracted): string | undefined {
	const counts = new Map<string, number>();
	for (const { slots } of facts)
		for (const { entity } of slots)
			if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1);
	const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
	return best && best[1] >= 4 && best[1] >= MOST * facts.length ? best[0] : undefined;
}
