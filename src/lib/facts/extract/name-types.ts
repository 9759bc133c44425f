import type { Span } from '$lib/article/article';
import { cities } from '$lib/language/gazetteers/cities';
import { countries } from '$lib/language/gazetteers/countries';
import { firstNames } from '$lib/language/gazetteers/first-names';
import { fold } from '$lib/language/names';
import type { AnswerType } from '../fact';
import { classNouns } from './classes';
import type { Doc } from './doc';

const COUNTRY = new Map<string, string>(
	countries
		.map(({ name }) => [fold(name), name] as const)
		.concat([
			['us', 'United States'],
			['usa', 'United States'],
			['united states of america', 'United States'],
			['america', 'United States'],
			['uk', 'United Kingdom'],
			['britain', 'United Kingdom'],
			['great britain', 'United Kingdom'],
			['england', 'England'],
			['scotland', 'Scotland'],
			['wales', 'Wales']
		])
);

/** The country that a name means, by the name it is usually called; `undefined` for all others. */
export const countryNamed = (name: string): string | undefined => COUNTRY.get(fold(name));

const CAPITAL = new Set(countries.map(({ capital }) => fold(capital)));

/** A name where the parser saw it, with its label. */
export interface Seen {
	span: Span;
	text: string;
	label: string;
}

// Words in a name that say what it is; the first group is its class.
const DESIGNATORS: [RegExp, AnswerType][] = [
	[
		/\b(river|lake|sea|ocean|islands?|mountains?|valley|desert|bay|peninsula|strait|canal|forest|gulf)$/i,
		'place'
	],
	[/^(mount|lake|cape|river|fort|isle) /i, 'place'],
	[/\b(university|institute|college|academy|school) of /i, 'organisation'],
	[
		/\b(newspaper|review|guardian|tribune|journal|gazette|herald|chronicle|magazine)\b/i,
		'organisation'
	],
	[/\b(university|college|school|institute|academy)$/i, 'organisation'],
	[
		/\b(park|museum|airport|station|bridge|palace|castle|cathedral|temple|stadium|library|mosque|church|abbey|shrine|monastery|fort|gate|gardens?|theat(?:re|er)|gallery|square|street|road|avenue|aquarium|zoo|hospital|hotel)$/i,
		'place'
	],
	[/^(museum|palace|temple|bridge|gulf|bay|isle) of /i, 'place'],
	[/\b(center|centre|complex|facility|building|tower|hall|house)$/i, 'place'],
	[/^(?:space )?(shuttle|orbiter) /i, 'product'],
	[/\b(company|corporation|bank|group|airlines)$/i, 'organisation'],
	[/\b(ltd|inc|corp|co|plc|gmbh|motors|industries|limited)\.?$/i, 'organisation'],
	[
		/\b(fund|union|party|ministry|agency|association|council|commission|committee|department|foundation|society|federation|court|parliament|congress|senate|team|club)$/i,
		'organisation'
	],
	[
		/^(ministry|department|bank|house|court|council|church|society|association|federation) of /i,
		'organisation'
	],
	[
		/\b(organi[sz]ation|service|times|post|office|bureau|administration|authority)$/i,
		'organisation'
	],
	[/\b(leagues?|orchestra|band|brigade|regiment|army|navy|bureau|union|press)$/i, 'organisation'],
	[/\b(awards?|prize|medal|trophy|act|bill|series|magazine|lectures|plan)$/i, 'thing'],
	[
		/\b(draft|war|festival|olympics|cup|games|championship|revolution|treaty|conference|summit|expo|day)$/i,
		'event'
	]
];
/** Designators that are no class to ask by: "Which centre …?" would fit too much. */
const PLAIN =
	/^(age|ages|league|leagues|press|bureau|newspaper|review|guardian|tribune|gazette|herald|chronicle|award|awards|plan|act|bill|series|lectures|draft|olympics|center|centre|complex|facility|building|hall|house|co|ltd|inc|corp|plc|gmbh|limited|day|games|service|times|post|office|bureau|administration|authority|islands|mountains|airlines|motors|industries|group|parliament|congress|senate)$/i;

/** What a name is. */
export interface NameType {
	type: AnswerType;
	/** Class that it is asked by. */
	noun?: string;
	/** More than the model’s label says so. */
	sure: boolean;
}

/** Votes from which a type is sure. */
const SURE: Partial<Record<AnswerType, number>> = { place: 1.5, organisation: 3 };

/** Votes that make an organisation, at least: one label alone is wrong too often. */
const CERTAIN = 1.2;

/** What a name is, by everything that the text says where it stands. */
export function typeOfName(doc: Doc, group: { name: string; all: readonly Seen[] }): NameType {
	const { name, all } = group;
	const folded = fold(name);
	if (COUNTRY.has(folded)) return { type: 'country', sure: true };
	for (const [pattern, type] of DESIGNATORS) {
		const word = pattern.exec(name)?.[1];
		const bearer =
			type === 'place' && isFullName(name) && all.some(({ label }) => label === 'PERSON');
		if (word !== undefined && !bearer)
			return { type, sure: true, ...(!PLAIN.test(word) && { noun: word.toLowerCase() }) };
	}
	if (CAPITAL.has(folded)) return { type: 'city', sure: true };
	const votes = new Map<AnswerType, number>();
	const vote = (type: AnswerType, weight: number) =>
		votes.set(type, (votes.get(type) ?? 0) + weight);
	const nouns = all.flatMap(({ span }) => classNouns(doc, span));
	// Two capitals in a row that the model takes for a person seldom are a party.
	const fullName =
		all.some(({ label }) => label === 'PERSON') && /^\p{Lu}\S+ \p{Lu}\S+$/u.test(name);
	for (const { type } of nouns) vote(type, fullName && type !== 'person' ? 0.5 : 4);
	const [first = '', ...others] = name.split(' ');
	const called = firstNames.has(first) && !cities.has(name);
	if (called && others.length && /^\p{Lu}/u.test(others.at(-1)!) && !name.includes(' of '))
		vote('person', 3);
	for (const { span, label } of all) {
		const type = LABELS[label];
		if (type) vote(type, 0.8);
		const before = doc.tokens[span.start - 1]?.text ?? '';
		if (/^(mr|mrs|ms|dr|prof|sir|professor|king|queen|prince)\.?$/i.test(before)) vote('person', 3);
		if (/^(in|near|from)$/i.test(before)) vote('place', 0.7);
		if (/^in$/i.test(before) && !name.includes(' ')) vote('place', 0.7);
	}
	const acts = all.filter(({ span }) => actsLikePerson(doc, span)).length;
	// "the Owls" are no person.
	const definite = all.filter(
		({ span }) =>
			/^the$/i.test(doc.tokens[span.start - 1]?.text ?? '') &&
			doc.at(span.start - 1).head < span.end
	).length;
	if (definite > all.length / 2) vote('person', -3);
	const works = /['’]s\b|\d/.test(name);
	if (!works && acts >= 2 && all.some(({ label }) => label === 'PERSON'))
		return { type: 'person', sure: true };
	vote('person', 2 * acts);
	if (cities.has(name)) vote('city', 2.5 + (votes.get('place') ?? 0));
	const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
	const type = best?.[0] ?? 'thing';
	// "Child’s Play", or one word that nowhere does anything: the model took it for a person, nothing else does.
	const lone = !others.length && !called && best && best[1] < 3;
	if (type === 'organisation' && best![1] < CERTAIN) return { type: 'thing', sure: false };
	if (type === 'person' && (works || (lone && !all.some(({ span }) => doesAnything(doc, span)))))
		return { type: 'thing', sure: false };
	const seenThere = all.some(({ label }) => /^(GPE|LOC|FAC)$/.test(label));
	const sure =
		best !== undefined && best[1] >= (SURE[type] ?? 2.5) && (type !== 'place' || seenThere);
	const noun = nouns.find((one) => one.type === type)?.noun;
	const told = noun !== undefined && !/^(person|city|country)$/.test(type);
	return { type, sure, ...(told && { noun }) };
}

/** "Sharon Street" is a person where the model takes her for one. */
const isFullName = (name: string): boolean =>
	/^\p{Lu}\S+ \p{Lu}\S+$/u.test(name) && firstNames.has(name.split(' ')[0]!);

/** Subject of a verb that says more than what it is. */
function doesAnything(doc: Doc, span: Span): boolean {
	const { dep, head } = doc.at(span.end - 1);
	return dep === 'nsubj' && doc.at(head).lemma !== 'be';
}

/** Subject of what only people do, or named by "he" and "she" in the same sentence. */
function actsLikePerson(doc: Doc, span: Span): boolean {
	const last = span.end - 1;
	const { dep, head } = doc.at(last);
	if (!/^nsubj/.test(dep)) return false;
	if (PERSONAL.has(doc.at(head).lemma)) return true;
	const { end } = doc.sentenceOf(last);
	return doc
		.range({ start: span.end, end })
		.some((i) => /^(he|she|his|her|himself|herself)$/i.test(doc.at(i).text));
}

const PERSONAL = new Set(
	'bear die marry study graduate retire bury live grow collapse smile sleep wake sit walk run cry laugh teach learn sing dance wear divorce befriend resign enlist'.split(
		' '
	)
);

const LABELS: Partial<Record<string, AnswerType>> = {
	PERSON: 'person',
	ORG: 'organisation',
	GPE: 'place',
	LOC: 'place',
	FAC: 'place',
	PRODUCT: 'product',
	EVENT: 'event'
};
