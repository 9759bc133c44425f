import { amountsIn } from '$lib/facts/extract/amounts';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Fact } from '$lib/facts/fact';
import type { Parser } from '$lib/language/parse';
import type { Question } from '../question';
import { FEATURES, featuresOf, withTrip, type Features } from './features';
import { wordsOf } from './centre';
import { asksSource, wholeOf } from './place';
import { LEAST_ARC, roundTrip, type RoundTrip } from './roundtrip';
import { isUnfit } from './unfit';
import { WEIGHTS } from './weights';

export interface Weighed {
	question: Question;
	/** Probability, from 0 to 1, that a strict reader accepts it; fitted and calibrated on verdicts, see `training/`. */
	probability: number;
}

/**
 * The questions with the probability that each is acceptable, best first. Parsing a fact again costs more than all the
 * rest and tells little: a question waits for it until nothing else can be better, and where nobody asks for it, for ever.
 */
export function* weigh(...from: Parameters<typeof fitOf>): Generator<Weighed> {
	const { fit, tripOf } = fitOf(...from);
	const waiting = fit
		.map((one) => ({ ...one, most: chance(withTrip(one.features, BEST_TRIP)) + MARGIN }))
		.toSorted((a, b) => a.most - b.most);
	const weighed: Weighed[] = [];
	for (;;) {
		const best = weighed.at(-1);
		const next = waiting.at(-1);
		if (best && !(next && next.most >= best.probability)) {
			yield best;
			weighed.pop();
		} else if (next) {
			waiting.pop();
			const { question, fact, features } = next;
			const one = { question, probability: chance(withTrip(features, tripOf(fact))) };
			weighed.splice(weighed.findLastIndex((other) => isBetter(one, other)) + 1, 0, one);
		} else return;
	}
}

const isBetter = (a: Weighed, b: Weighed): boolean =>
	a.probability > b.probability ||
	(a.probability === b.probability && a.question.id < b.question.id);

function chance(features: Features): number {
	const sum = FEATURES.reduce((total, name) => total + WEIGHTS[name] * features[name], 0);
	return 1 / (1 + Math.exp(-sum));
}

/** What would speak most for a question. */
const BEST_TRIP: RoundTrip = {
	found: WEIGHTS['found again'] > 0 ? 1 : 0,
	confidence: WEIGHTS['said confidence'] > 0 ? 0 : Math.log(LEAST_ARC),
	weakest: WEIGHTS['said weakest'] > 0 ? 1 : 0
};
/** More than rounding does to a probability. */
const MARGIN = 1e-9;

/** Every question that may be shown at all, with its features. */
export function featured(
	...from: Parameters<typeof fitOf>
): { question: Question; features: Features }[] {
	const { fit, tripOf } = fitOf(...from);
	return fit.map(({ question, fact, features }) => ({
		question,
		features: withTrip(features, tripOf(fact))
	}));
}

/** Every question that may be shown at all, with what is told by its features but for the fact parsed again. */
function fitOf(
	extracted: Extracted,
	questions: readonly Question[],
	title: string,
	parse: Parser
): {
	fit: { question: Question; fact: Fact; features: Features }[];
	tripOf: (fact: Fact) => RoundTrip;
} {
	const facts = new Map(extracted.facts.map((fact) => [fact.id, fact]));
	const entities = new Map(extracted.entities.map((entity) => [entity.id, entity]));
	const named = new Map<string, number>();
	for (const { entity } of extracted.mentions) named.set(entity, (named.get(entity) ?? 0) + 1);
	const topic = topicOf(extracted);
	const { doc } = extracted;
	const { text } = doc;
	const figures = amountsIn(text, { start: 0, end: text.length }).flatMap(
		({ value }) => value ?? []
	);
	const whole = wholeOf(extracted, topic);
	const words = wordsOf(extracted);
	const setting = { extracted, title, topic, whole, words, named };
	const trips = new Map<string, RoundTrip>();
	return {
		fit: questions.flatMap((question) => {
			const fact = facts.get(question.factId);
			const clause = fact && extracted.origins.get(fact.from?.[0] ?? fact.id);
			if (!fact || !clause) return [];
			const slot = fact.slots[question.slot ?? -1];
			const source = asksSource(doc, doc.sentenceOf(clause.verb), slot);
			if (isUnfit({ question, fact, title, topic, entities, source, figures })) return [];
			return [{ question, fact, features: featuresOf(question, fact, clause, setting) }];
		}),
		tripOf(fact) {
			let trip = trips.get(fact.id);
			if (!trip) {
				trip = roundTrip(parse, fact, entities);
				trips.set(fact.id, trip);
			}
			return trip;
		}
	};
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
