import { cities } from '$lib/language/gazetteers/cities';
import { countries } from '$lib/language/gazetteers/countries';
import { demonyms } from '$lib/language/gazetteers/demonyms';
import { fold } from '$lib/language/names';
import type { AnswerType, Entity } from '../fact';
import type { Span } from '$lib/article/article';
import { classNouns } from './classes';
import type { Doc } from './doc';

/** A name where it stands: tokens `[start, end)`. */
export interface Mention extends Span {
	entity: string;
}

export interface Names {
	entities: Map<string, Entity>;
	/** By token: the mention that it belongs to. */
	at: Map<number, Mention>;
}

const NAMING = new Set([
	'PERSON',
	'ORG',
	'GPE',
	'LOC',
	'FAC',
	'PRODUCT',
	'EVENT',
	'WORK_OF_ART',
	'LAW',
	'NORP'
]);
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
const CAPITAL = new Set(countries.map(({ capital }) => fold(capital)));

// Words in a name that say what it is; the first group is its class.
const DESIGNATORS: [RegExp, AnswerType][] = [
	[
		/\b(river|lake|sea|ocean|islands?|mountains?|valley|desert|bay|peninsula|strait|canal|forest|gulf)$/i,
		'place'
	],
	[/^(mount|lake|cape|river|fort|isle) /i, 'place'],
	[/^(university|institute|college|academy|school) of /i, 'organisation'],
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
	[
		/\b(war|festival|olympics|cup|games|championship|revolution|treaty|conference|summit|expo|day)$/i,
		'event'
	]
];
/** Designators that are no class to ask by: "Which centre …?" would fit too much. */
const PLAIN =
	/^(age|ages|olympics|center|centre|complex|facility|building|hall|house|co|ltd|inc|corp|plc|gmbh|limited|day|games|service|times|post|office|bureau|administration|authority|islands|mountains|airlines|motors|industries|group|parliament|congress|senate)$/i;

interface Seen {
	span: Span;
	text: string;
	label: string;
}

/** Gives every name of the text an entity: short forms join the full name, types are voted on over all mentions. */
export function findNames(doc: Doc): Names {
	const seen = mentionsOf(doc);
	const groups: { name: string; forms: Map<string, number>; all: Seen[] }[] = [];
	const byForm = new Map<string, (typeof groups)[number]>();
	// Full names first, so that short forms find them.
	for (const mention of seen.toSorted(
		(a, b) => b.text.length - a.text.length || a.span.start - b.span.start
	)) {
		const key = fold(COUNTRY.get(fold(mention.text)) ?? mention.text);
		let group = byForm.get(key) ?? longForm(mention, groups);
		if (!group) {
			group = { name: COUNTRY.get(fold(mention.text)) ?? mention.text, forms: new Map(), all: [] };
			groups.push(group);
		}
		byForm.set(key, group);
		group.forms.set(mention.text, (group.forms.get(mention.text) ?? 0) + 1);
		group.all.push(mention);
	}
	const entities = new Map<string, Entity>();
	const at = new Map<number, Mention>();
	for (const group of groups) {
		const { type, noun } = typeOfName(doc, group);
		if (type === 'person') group.name = usualName(group.forms) ?? group.name;
		const id = uniqueId(group.name, entities);
		entities.set(id, {
			id,
			type,
			name: group.name,
			aliases: [...group.forms.keys()].filter((form) => form !== group.name),
			...(noun && { class: noun })
		});
		for (const { span } of group.all) {
			const mention = { ...span, entity: id };
			for (const token of doc.range(span)) at.set(token, mention);
		}
	}
	return { entities, at };
}

function mentionsOf(doc: Doc): Seen[] {
	const found: Seen[] = [];
	for (let i = 0; i < doc.tokens.length; i++) {
		const first = doc.at(i);
		if (!first.entityStart || !NAMING.has(first.entity)) continue;
		let start = i;
		let end = i + 1;
		while (
			end < doc.tokens.length &&
			doc.at(end).entity === first.entity &&
			!doc.at(end).entityStart
		)
			end++;
		i = end - 1;
		if (first.entity === 'NORP') continue;
		while (
			start < end &&
			/^(the|a|an|these|those|this|its|his|her|their)$/i.test(doc.at(start).text)
		)
			start++;
		while (
			start < end &&
			/^(['’]s?|[.,;:]|\p{P})$/u.test(doc.at(end - 1).text) &&
			doc.at(end - 1).text !== '.'
		)
			end--;
		if (start >= end) continue;
		const text = doc.words({ start, end });
		if (
			!/\p{Lu}|\d/u.test(text) ||
			text.length < 2 ||
			demonyms.has(text) ||
			demonyms.has(text.replace(/s$/, ''))
		)
			continue;
		found.push({ span: { start, end }, text, label: first.entity });
	}
	return found;
}

/** The longer name that a mention is short for: a last name, or the initials of an organisation. */
function longForm<G extends { name: string; all: Seen[] }>(
	mention: Seen,
	groups: G[]
): G | undefined {
	const { text } = mention;
	if (/^[A-Z]{2,6}$/.test(text)) {
		const initials = (name: string) =>
			name
				.split(/[\s-]+/)
				.filter((word) => /^\p{Lu}/u.test(word))
				.map((word) => word[0])
				.join('');
		return groups.find(({ name }) => name.includes(' ') && initials(name) === text);
	}
	const words = text.split(' ');
	const candidates = groups.filter(({ name, all }) => {
		const full = name.split(' ');
		if (full.length < 2 || name.includes(' of ') || !all.some(({ label }) => label === 'PERSON'))
			return false;
		// "Otto Jespersen" and "Jespersen" of "Jens Otto Harry Jespersen"; "Otto" alone where no other is so called.
		return words.length > 1
			? full.at(-1) === words.at(-1) && words.every((word) => full.includes(word))
			: full.at(-1) === text || full[0] === text;
	});
	return candidates.length === 1 ? candidates[0] : undefined;
}

function typeOfName(
	doc: Doc,
	group: { name: string; all: Seen[] }
): { type: AnswerType; noun?: string } {
	const { name, all } = group;
	const folded = fold(name);
	if (COUNTRY.has(folded)) return { type: 'country' };
	for (const [pattern, type] of DESIGNATORS) {
		const word = pattern.exec(name)?.[1];
		if (word !== undefined) return PLAIN.test(word) ? { type } : { type, noun: word.toLowerCase() };
	}
	if (CAPITAL.has(folded)) return { type: 'city' };
	const votes = new Map<AnswerType, number>();
	const vote = (type: AnswerType, weight: number) =>
		votes.set(type, (votes.get(type) ?? 0) + weight);
	const nouns = all.flatMap(({ span }) => classNouns(doc, span));
	// Two capitals in a row that the model takes for a person seldom are a party.
	const fullName =
		all.some(({ label }) => label === 'PERSON') && /^\p{Lu}\S+ \p{Lu}\S+$/u.test(name);
	for (const { type } of nouns) vote(type, fullName && type !== 'person' ? 0.5 : 4);
	for (const { span, label } of all) {
		const type = LABELS[label];
		if (type) vote(type, 0.8);
		const before = doc.tokens[span.start - 1]?.text ?? '';
		if (/^(mr|mrs|ms|dr|prof|sir|professor|king|queen|prince)\.?$/i.test(before)) vote('person', 3);
		if (/^(in|near|from)$/i.test(before)) vote('place', 0.7);
	}
	const acts = all.filter(({ span }) => actsLikePerson(doc, span)).length;
	if (acts >= 2 && all.some(({ label }) => label === 'PERSON')) return { type: 'person' };
	vote('person', 2 * acts);
	if (cities.has(name)) vote('city', 2.5 + (votes.get('place') ?? 0));
	const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
	const type = best?.[0] ?? 'thing';
	const noun = nouns.find((one) => one.type === type)?.noun;
	return noun !== undefined && !/^(person|city|country)$/.test(type) ? { type, noun } : { type };
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

/** The full name that the text uses most. */
function usualName(forms: ReadonlyMap<string, number>): string | undefined {
	const full = [...forms].filter(([form]) => form.includes(' '));
	return full.toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0];
}

function uniqueId(name: string, taken: Map<string, unknown>): string {
	const base =
		fold(name)
			.normalize('NFKD')
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '') || 'name';
	let id = base;
	for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
	return id;
}
