import type { Clause } from '$lib/facts/extract/clauses';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Fact, Slot } from '$lib/facts/fact';
import { fold, mentions } from '$lib/language/names';
import type { Question } from '../question';
import { isGapIn } from '../wording/blank';
import { SURFACE, surfaceOf } from './surface';
import { CENTRE, centreOf } from './centre';
import type { Usage } from './gap';
import { POINT, pointOf } from './point';
import { PLACE, placeOf, type Whole } from './place';
import type { RoundTrip } from './roundtrip';

/** What a question's worth is told by; every figure is between 0 and 1, or a small count. */
export type Features = Record<FeatureName, number>;

/** What counts in a gap, or in a question of our own words, only. */
const PAIRED = [
	'source in gap',
	'topic about gap',
	'person asked for',
	'number asked for',
	'relative clause asked',
	'adverbial clause asked',
	'of asked'
] as const;

export const FEATURES = [
	'bias',
	'person key',
	'number key',
	'date key',
	'country key',
	'place key',
	'organisation key',
	'other key',
	'choice',
	'number',
	'text',
	'cloze',

	'anchors',
	'no anchor',
	'parse',
	'weakest arc',
	'long stem',
	'short stem',
	'borrowed',
	'dropped',
	'modal',
	'attributed',
	'generic source',
	'subject asked',
	'part asked',
	'vague subject',
	'replaced words',
	'stative',
	'early',

	'found again',
	'said confidence',
	'said weakest',
	'key once',
	'key alone',
	'body where',
	'options alone',
	'bare definite',
	'slots',
	'no object',
	'says',
	'negative',
	'pronoun told',
	'long key',
	'own sentence',
	'sentence stands',
	...SURFACE,
	...PLACE,
	...CENTRE,
	...POINT,
	...PAIRED
] as const;
export type FeatureName = (typeof FEATURES)[number];

const KEY: Partial<Record<Slot['type'], FeatureName>> = {
	person: 'person key',
	quantity: 'number key',
	money: 'number key',
	percentage: 'number key',
	duration: 'number key',
	year: 'date key',
	date: 'date key',
	month: 'date key',
	country: 'country key',
	city: 'place key',
	place: 'place key',
	organisation: 'organisation key'
};

/** What the features of an article’s questions have in common. */
export interface Setting {
	extracted: Extracted;
	title: string;
	/** Entity that most facts are about. */
	topic: string | undefined;
	whole: Whole;
	usage: Usage;
	/** How often the text names each entity. */
	named: ReadonlyMap<string, number>;
}

/** The features with what came back when the fact was parsed again. */
export const withTrip = (
	features: Features,
	{ found, confidence, weakest }: RoundTrip
): Features => ({
	...features,
	'found again': found,
	'said confidence': confidence,
	'said weakest': weakest
});

/** Features of a question from the fact it asks about, the parse that the fact came from, and the whole article. */
export function featuresOf(
	question: Question,
	fact: Fact,
	clause: Clause,
	{ extracted, title, topic, whole, usage, named }: Setting
): Features {
	const { doc, entities } = extracted;
	const features = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Features;
	const slot = fact.slots[question.slot ?? -1];
	features.bias = 1;
	features[KEY[slot?.type ?? 'thing'] ?? 'other key'] = 1;
	if (question.kind === 'choice') features.choice = 1;
	if (question.kind === 'number') features.number = 1;
	if (question.kind === 'text') features.text = 1;
	if (question.kind === 'cloze') features.cloze = 1;

	const others = fact.slots.filter((one) => one !== slot);
	const anchors = others.filter(
		(one) => one.entity !== undefined || one.value !== undefined || one.type === 'date'
	).length;
	features.anchors = Math.min(3, anchors) / 3;
	features['no anchor'] = anchors === 0 && !/\p{Lu}/u.test(question.stem.slice(1)) ? 1 : 0;

	const { start, end } = doc.sentenceOf(clause.verb);
	const used = doc.range({ start, end }).filter((i) => {
		const { start: from, end: to } = doc.at(i);
		return i === clause.verb || fact.slots.some((one) => one.start <= from && to <= one.end);
	});
	const arcs = used.map((i) => doc.at(i).arc);
	features.parse =
		arcs.reduce((sum, arc) => sum + Math.log(Math.max(arc, 0.01)), 0) / Math.max(1, arcs.length);
	features['weakest arc'] = Math.min(1, ...arcs);

	const words = fold(question.stem).split(' ').length;
	features['long stem'] = Math.max(0, words - 22) / 10;
	features['short stem'] = words < 6 ? 1 : 0;
	features.borrowed = clause.borrowed ? 1 : 0;
	features.dropped = Math.min(2, clause.dropped) / 2;
	features.modal = fact.predicate.modal ? 1 : 0;
	features.attributed = fact.attribution ? 1 : 0;
	features['generic source'] = fact.attribution && !fact.attribution.entity ? 1 : 0;
	features['subject asked'] = slot?.role === 'subject' ? 1 : 0;
	features['part asked'] = slot?.role === 'possessor' || slot?.role === 'modifier' ? 1 : 0;
	const subject = fact.slots.find((one) => one.role === 'subject');
	features['vague subject'] =
		subject &&
		subject !== slot &&
		subject.type === 'thing' &&
		/^(a|an|some|many|most|several|one) /i.test(subject.as ?? subject.text)
			? 1
			: 0;
	features['replaced words'] = fact.slots.some(
		(one) => one.as !== undefined && !mentions(one.as, one.text)
	)
		? 1
		: 0;
	features.stative = /^(be|have|seem|appear|become|remain)$/.test(fact.predicate.lemma) ? 1 : 0;
	features.early = 1 - clause.verb / Math.max(1, doc.tokens.length);

	const [key = ''] = [question.key].flat();
	const once = (name: string): number => {
		const id = entities.find((entity) => entity.name === name)?.id;
		return id !== undefined && (named.get(id) ?? 0) < 2 ? 1 : 0;
	};
	features['key once'] = slot?.entity === undefined ? 0 : once(key);
	const alone = (name: string) =>
		/^(person|organisation)$/.test(slot?.type ?? '') && !/[ -]/.test(name);
	features['key alone'] = alone(key) ? 1 : 0;
	features['body where'] =
		slot?.type === 'organisation' && /^(in|at|to|from|on)$/.test(slot.preposition ?? '') ? 1 : 0;
	const wrong = question.options.filter(({ correct }) => !correct);
	features['options alone'] =
		wrong.filter(({ text }) => alone(text)).length / Math.max(1, wrong.length);
	features['bare definite'] = fact.slots.some(
		(one) =>
			one !== slot && one.entity === undefined && /^the \p{Ll}[\p{Ll}-]*$/u.test(one.as ?? one.text)
	)
		? 1
		: 0;
	features.slots = Math.min(6, fact.slots.length) / 6;
	features['no object'] = fact.slots.some(({ role }) => /^(object|complement|agent)$/.test(role))
		? 0
		: 1;
	features.says = /^(say|tell|call|mean|think|believe|note|explain|suggest|describe)$/.test(
		fact.predicate.lemma
	)
		? 1
		: 0;
	features.negative = fact.predicate.polarity === 'negative' ? 1 : 0;
	features['pronoun told'] = fact.slots.some(
		({ text, as }) => as && /^(he|she|it|they)$/i.test(text)
	)
		? 1
		: 0;
	features['long key'] = Math.max(0, key.split(' ').length - 3) / 3;
	features['sentence stands'] = fact.sentence === undefined ? 0 : 1;
	features['own sentence'] =
		question.kind === 'cloze' &&
		fact.sentence !== undefined &&
		isGapIn(fact.sentence, question.stem)
			? 1
			: 0;
	const sentence = doc.words({ start, end });
	const about = entities.filter(({ id, name }) => id === topic || (name && title.includes(name)));
	const names = about.flatMap(({ name, aliases }) => [name, ...aliases]);
	const all = {
		...features,
		...surfaceOf(question, slot, { title, sentence }),
		...placeOf(extracted, { start, end }, slot, question.stem, { whole, topic, names }),
		...centreOf(extracted, { start, end }, slot, question.stem, { words: usage.words, named }),
		...pointOf(extracted, { start, end }, slot, { stem: question.stem, key, topic, title, named })
	};
	const asked = 1 - all.cloze;
	return {
		...all,
		'source in gap': all.cloze * all['source asked'],
		'topic about gap': all.cloze * all['topic told'],
		'person asked for': asked * all['person key'],
		'number asked for': asked * all['number key'],
		'relative clause asked': asked * all['in relative clause'],
		'adverbial clause asked': asked * all['in adverbial clause'],
		'of asked': asked * all['key after of']
	};
}
