import { amountsIn } from '$lib/facts/extract/amounts';
import type { Span } from '$lib/article/article';
import type { Doc } from '$lib/facts/extract/doc';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Fact, Slot } from '$lib/facts/fact';
import type { Parser } from '$lib/language/parse';
import type { Question } from '../question';
import { FEATURES, featuresOf, withTrip, type Features } from './features';
import { wordsOf } from './centre';
import { FORM, formOf } from './form';
import { firstsOf, GAP, gapOf } from './gap';
import { judgeFrom } from './network';
import { isAfter } from '../wording/blank';
import { asksSource, headOf, wholeOf } from './place';
import { readingIn, type Showing } from './reading';
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
	const [{ doc }, , title, parse] = from;
	const judge = judgeFrom(parse);
	const read = readingIn(doc, title, parse);
	const waiting = fit
		.map(({ gap, ...one }) => {
			const known = gap && judge([...read(gap.showing, gap.slot), ...gap.told]);
			return { ...one, known, most: known ?? chance(withTrip(one.features, BEST_TRIP)) + MARGIN };
		})
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
			const { question, fact, features, known } = next;
			const probability = known ?? chance(withTrip(features, tripOf(fact)));
			const one = { question, probability };
			weighed.splice(weighed.findLastIndex((other) => isBetter(one, other)) + 1, 0, one);
		} else return;
	}
}

const isBetter = (a: Weighed, b: Weighed): boolean =>
	a.probability > b.probability ||
	(a.probability === b.probability && a.question.id < b.question.id);

/** Of 21 questions in our own words on two fresh sets 8 were accepted, where the model expected 13. */
const OWN_WORDS = 8 / 13;

function chance(features: Features): number {
	const sum = FEATURES.reduce((total, name) => total + WEIGHTS[name] * features[name], 0);
	return OWN_WORDS / (1 + Math.exp(-sum));
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

/** A gap, with what its worth is told by beside what the reader makes of it. */
export interface Gap {
	showing: Showing;
	slot: Slot | undefined;
	told: readonly number[];
}

/** Every gap that may be shown at all. */
export const gaps = (
	...from: Parameters<typeof fitOf>
): { question: Question; fact: Fact; gap: Gap }[] =>
	fitOf(...from).fit.flatMap(({ question, fact, gap }) => (gap ? [{ question, fact, gap }] : []));

/** Every question that may be shown at all, with what is told by its features but for the fact parsed again. */
function fitOf(
	extracted: Extracted,
	questions: readonly Question[],
	title: string,
	parse: Parser
): {
	fit: { question: Question; fact: Fact; features: Features; gap?: Gap }[];
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
	const collocates = (first: string, second: string): boolean => {
		const count = text.split(` ${second}`).length - 1;
		return count > 1 && text.split(`${first} ${second}`).length - 1 === count;
	};
	const whole = wholeOf(extracted, topic);
	const fair = questions.flatMap((question) => {
		const fact = facts.get(question.factId);
		const clause = fact && extracted.origins.get(fact.from?.[0] ?? fact.id);
		if (!fact || !clause) return [];
		const slot = fact.slots[question.slot ?? -1];
		const source = asksSource(doc, doc.sentenceOf(clause.verb), slot);
		const untold = slot !== undefined && isUntold(doc, doc.sentenceOf(clause.verb), slot, question);
		if (isUnfit({ question, fact, title, topic, entities, source, untold, figures, collocates }))
			return [];
		return [{ question, fact, clause }];
	});
	const beside = new Map<number, number>();
	for (const { question, fact, clause } of fair)
		if (
			question.kind === 'cloze' &&
			!isAfter(fact.sentence === undefined ? undefined : fact.passage, question.stem)
		) {
			const { start } = doc.sentenceOf(clause.verb);
			beside.set(start, (beside.get(start) ?? 0) + 1);
		}
	const usage = { words: wordsOf(extracted), first: firstsOf(extracted), beside };
	const setting = { extracted, title, topic, whole, usage, named };
	const trips = new Map<string, RoundTrip>();
	return {
		fit: fair.map(({ question, fact, clause }) => {
			const features = featuresOf(question, fact, clause, setting);
			if (question.kind !== 'cloze') return { question, fact, features };
			const sentence = doc.sentenceOf(clause.verb);
			const slot = fact.slots[question.slot ?? -1];
			const key = [question.key].flat().join(' ');
			const gap = gapOf(extracted, sentence, slot, { key, title }, usage);
			const form = formOf(fact, question, doc.words(sentence));
			const told = [
				...FEATURES.map((name) => features[name]),
				...GAP.map((name) => gap[name]),
				...FORM.map((name) => form[name])
			];
			const after = isAfter(fact.passage, question.stem);
			const shown = (after ? undefined : fact.sentence) ?? fact.passage?.sentence ?? '';
			return { question, fact, features, gap: { showing: { sentence, shown, after }, slot, told } };
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

/** "Congress passed the _____", where the article goes on "which opened the door to immigrants". */
function isUntold(doc: Doc, sentence: Span, slot: Slot, { kind, stem }: Question): boolean {
	const head = headOf(doc, sentence, slot);
	if (kind !== 'cloze' || head === undefined) return false;
	return doc
		.children(head, 'relcl', 'acl', 'appos')
		.some((child) => child > head && !stem.includes(doc.at(child).text));
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
