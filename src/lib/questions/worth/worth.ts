import type { Extracted } from '$lib/facts/extract/extract';
import type { Entity, Fact } from '$lib/facts/fact';
import { demonyms } from '$lib/language/gazetteers/demonyms';
import { states } from '$lib/language/gazetteers/states';
import { fold, mentions } from '$lib/language/names';
import type { Parser } from '$lib/language/parse';
import type { Question } from '../question';
import { FEATURES, featuresOf, type Features } from './features';
import { wordsOf } from './centre';
import { wholeOf } from './place';
import { roundTrip } from './roundtrip';
import { WEIGHTS } from './weights';

/** "Which agency is the Moroccan agency?", "Whom did he play play?" */
const REPEATED = /\b(?:which|what) (\p{L}+)\b.* \1s?\b|\b(\p{L}+) \2\b/iu;

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
	const asked = new Set(questions.map(({ factId }) => factId));
	const trips = new Map(
		[...asked].flatMap((id) => {
			const fact = facts.get(id);
			return fact ? [[id, roundTrip(parse, fact, entities)] as const] : [];
		})
	);
	const topic = topicOf(extracted);
	const whole = wholeOf(extracted, topic);
	const words = wordsOf(extracted);
	const setting = { extracted, title, topic, whole, words, named, trips };
	return questions.flatMap((question) => {
		const fact = facts.get(question.factId);
		const clause = fact && extracted.origins.get(fact.from?.[0] ?? fact.id);
		if (question.kind !== 'cloze' && isUnsure(question, fact, entities)) return [];
		// Who the article is about answers every second question.
		if (topic !== undefined && entityAsked(question, fact) === topic) return [];
		if (!fact || !clause || REPEATED.test(question.stem)) return [];
		if (isUndated(question, fact) || isCaption(question, fact)) return [];
		if (isTold(title, question) || isGivenAway(question) || isTwisted(question, fact)) return [];
		return [{ question, features: featuresOf(question, fact, clause, setting) }];
	});
}

const entityAsked = ({ slot }: Question, fact: Fact | undefined): string | undefined =>
	slot === undefined ? undefined : fact?.slots[slot]?.entity;

/** Whether the key’s type, which decides the question’s words and options, is the model’s guess alone. */
function isUnsure(
	question: Question,
	fact: Fact | undefined,
	entities: ReadonlyMap<string, Entity>
): boolean {
	const entity = entityAsked(question, fact);
	return entity !== undefined && entities.get(entity)?.type === 'thing';
}

/** "In 2008, two shuttles await a journey": words under a picture. */
function isCaption({ stem, slot }: Question, { predicate }: Fact): boolean {
	const { tense, aspect, modal, lemma } = predicate;
	const present = tense === 'present' && aspect === 'simple' && modal === undefined;
	return (
		present &&
		slot !== undefined &&
		lemma !== 'be' &&
		/^(In|On) _|\b(in|on) _____( \(year\))?\.$/.test(stem)
	);
}

/** "In November", "on 9 May": of which year? Lengths of time are hardly ever what a sentence is about. */
function isUndated({ slot, stem, key }: Question, fact: Fact): boolean {
	const type = fact.slots[slot ?? -1]?.type ?? 'thing';
	return (
		type === 'duration' ||
		(/^(month|date)$/.test(type) && ![stem, key].flat().some((words) => /\d{3}/.test(words)))
	);
}

/** "In which year was X the first …?", "In which country was X born in Y?": said better with a gap. */
function isTwisted({ kind, slot: index }: Question, fact: Fact): boolean {
	const slot = fact.slots[index ?? -1];
	if (!slot || kind === 'cloze') return false;
	const { lemma, voice, tense, aspect } = fact.predicate;
	// "Who had visited him?": before what?
	const had = tense === 'past' && aspect.startsWith('perfect');
	const ofWhom = slot.type === 'person' && slot.role === 'modifier';
	if (had || ofWhom || (slot.type === 'city' && slot.preposition === 'at')) return true;
	const time = /^(year|date|month)$/.test(slot.type);
	const places = fact.slots.filter(({ role }) => role === 'place');
	return (
		(time && lemma === 'be' && voice === 'active') || (slot.role === 'place' && places.length > 1)
	);
}

const BRITISH: Partial<Record<string, string[]>> = {
	England: ['English'],
	Scotland: ['Scottish'],
	Wales: ['Welsh']
};

/** "The English captain" tells of England, "Arizona" of the United States. */
function isGivenAway({ kind, stem, key }: Question): boolean {
	const [country = ''] = [key].flat();
	// "Living as a monk" tells of monks.
	const told = (word: string) => mentions(stem, word) || mentions(stem, word.replace(/e?s$/, ''));
	if (kind === 'cloze' && country.split(/[ -]/).some((word) => word.length > 4 && told(word)))
		return true;
	const from = [...demonyms].flatMap(([demonym, home]) => (home === country ? [demonym] : []));
	return [
		...from,
		...(BRITISH[country] ?? []),
		...(country === 'United States' ? states : [])
	].some((word) => stem.includes(word) && mentions(stem, word));
}

/** Whether the title, which stands above each question, gives the answer. */
const isTold = (title: string, { key, variants }: Question): boolean =>
	[key, ...variants]
		.flat()
		.some(
			(answer) =>
				mentions(answer, title) ||
				fold(title).startsWith(`${fold(answer)} `) ||
				(/^\p{Lu}/u.test(answer) && mentions(title, answer))
		);

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
