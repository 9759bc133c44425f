import { demonyms } from '$lib/language/gazetteers/demonyms';
import { firstNames } from '$lib/language/gazetteers/first-names';
import { fold } from '$lib/language/names';
import type { Entity } from '../fact';
import type { Span } from '$lib/article/article';
import type { Doc } from './doc';
import { lifeOf } from './life';
import { countryNamed, typeOfName, type NameType, type Seen } from './name-types';

/** A name where it stands: tokens `[start, end)`. */
export interface Mention extends Span {
	entity: string;
}

export interface Names {
	entities: Map<string, Entity>;
	/** Entities whose type nothing but the model’s label tells. */
	unsure: ReadonlySet<string>;
	/** Entity whose life the article tells. */
	hero?: string;
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
/** What follows or goes before a name without being one. */
const DEGREE =
	/^(ph\.?d\.?|m\.?[abd]\.?|b\.?[as]c?\.?|jr\.?|sr\.?|mr\.?|mrs\.?|dr\.?|mlle|mme|st\.?)$/i;

/** Words that a sentence begins with and no name does. */
const OPENER =
	/^(neither|nor|both|either|even|only|when|while|after|before|like|unlike|\w{3,}(ing|ed))$/i;

/**
 * Gives every name of the text an entity: short forms join the full name, types are voted on over all mentions. The
 * title tells whose life it is.
 */
export function findNames(doc: Doc, title = ''): Names {
	const seen = mentionsOf(doc);
	const life = lifeOf(doc, title);
	const groups: Group[] = [];
	const byForm = new Map<string, Group>();
	const hero: Group | undefined = life && { name: life.name, forms: new Map(), all: [] };
	if (hero) groups.push(hero);
	// Full names first, so that short forms find them.
	for (const mention of seen.toSorted(
		(a, b) => b.text.length - a.text.length || a.span.start - b.span.start
	)) {
		const key = fold(countryNamed(mention.text) ?? mention.text);
		let group = life?.isCalled(mention) ? hero : (byForm.get(key) ?? longForm(mention, groups));
		if (!group) {
			group = { name: countryNamed(mention.text) ?? mention.text, forms: new Map(), all: [] };
			groups.push(group);
		}
		byForm.set(key, group);
		group.forms.set(mention.text, (group.forms.get(mention.text) ?? 0) + 1);
		group.all.push(mention);
	}
	const entities = new Map<string, Entity>();
	const at = new Map<number, Mention>();
	const unsure = new Set<string>();
	for (const group of withOtherNames(doc, groups)) {
		const { type, noun, sure }: NameType =
			group === hero ? { type: 'person', sure: true } : typeOfName(doc, group);
		// "Great Britain" is not what the article calls it that says "the UK".
		if (group.name === 'United Kingdom' && ![...group.forms.keys()].some((form) => /^U/.test(form)))
			group.name = [...group.forms.keys()][0]!;
		// Whose life it is, is called as the title calls him.
		if (type === 'person' && group !== hero)
			group.name = group.forms.has(title) ? title : (usualName(group.forms) ?? group.name);
		const id = uniqueId(group.name, entities);
		entities.set(id, {
			id,
			type,
			name: group.name,
			aliases: [...group.forms.keys()].filter((form) => form !== group.name),
			...(noun && { class: noun })
		});
		if (!sure) unsure.add(id);
		for (const { span } of group.all) {
			const mention = { ...span, entity: id };
			for (const token of doc.range(span)) at.set(token, mention);
		}
	}
	const own = hero && [...at.values()].find(({ start }) => start === hero.all[0]?.span.start);
	addOverlooked(doc, { entities, at }, own && life ? [[life.last, own.entity]] : []);
	return { entities, at, unsure, ...(own && { hero: own.entity }) };
}

/** Adds where the model overlooked a person's name, or took it for a people's. */
function addOverlooked(
	doc: Doc,
	{ entities, at }: Pick<Names, 'entities' | 'at'>,
	known: readonly (readonly [string, string])[]
): void {
	const called = new Map(known);
	const several = new Set<string>();
	for (const { id, type, name, aliases } of entities.values())
		for (const form of [name.split(' ').at(-1)!, ...aliases]) {
			if (type !== 'person' || form.includes(' ') || isOrigin(name, form)) continue;
			if (called.has(form) && called.get(form) !== id) several.add(form);
			called.set(form, id);
		}
	const isName = (i: number): boolean => doc.tokens[i]?.tag === 'NNP';
	doc.tokens.forEach(({ text, tag, entity }, i) => {
		const id = several.has(text) ? undefined : called.get(text);
		if (id === undefined || tag !== 'NNP' || at.has(i) || !/^(NORP)?$/.test(entity)) return;
		const isKnown = known.some(([form]) => form === text);
		if (isKnown || !(isName(i - 1) || isName(i + 1)))
			at.set(i, { start: i, end: i + 1, entity: id });
	});
}

/** Mentions that mean the same. */
interface Group {
	name: string;
	forms: Map<string, number>;
	all: Seen[];
}

/** Sentences in which an article says what else the person is called that it is about. */
const INTRODUCTION = 3;
const ALIAS =
	/^[^.;]*\b(?:born|née|(?:better|also|commonly|professionally|usually|simply)? ?(?:known|called|referred to)(?: \w+)?(?: as)?|a\.?k\.?a\.?)[ (“"]*$/;

/** "Jenna Mourey, better known as Jenna Marbles": one person, under the name that the text uses. */
function withOtherNames(doc: Doc, groups: Group[]): Group[] {
	const ofPersons = groups
		.flatMap((group) => group.all.map((seen) => ({ group, seen })))
		.filter(({ seen }) => seen.label === 'PERSON')
		.toSorted((a, b) => a.seen.span.start - b.seen.span.start);
	const gone = new Set<Group>();
	for (const sentence of doc.sentences.slice(0, INTRODUCTION)) {
		const inside = ofPersons.filter(
			({ seen: { span } }) => sentence.start <= span.start && span.end <= sentence.end
		);
		const [one, ...others] = inside;
		for (const other of others) {
			if (!one || other.group === one.group || gone.has(other.group)) continue;
			const from = doc.at(one.seen.span.end - 1).end;
			if (!ALIAS.test(doc.text.slice(from, doc.at(other.seen.span.start).start))) continue;
			gone.add(other.group);
			for (const [form, count] of other.group.forms)
				one.group.forms.set(form, (one.group.forms.get(form) ?? 0) + count);
			one.group.all.push(...other.group.all);
		}
	}
	return groups.filter((group) => !gone.has(group));
}

/**
 * What parts two names that the model takes for one: the comma of "At the Yalta Conference, Europe was divided", the verb of
 * "Catherine saw Orlov".
 */
function partingIn(doc: Doc, span: Span): number | undefined {
	const isOutside = (i: number): boolean => i < span.start || i >= span.end;
	return doc.range(span).find((i) => {
		const { text, tag, head, entity } = doc.at(i);
		if (i === span.start || i + 1 >= span.end) return false;
		if (entity === 'PERSON' && /^VB[DPZ]$/.test(tag) && /^\p{Ll}/u.test(text)) return true;
		return text === ',' && isOutside(head) && isOutside(doc.at(i + 1).head);
	});
}

function mentionsOf(doc: Doc): Seen[] {
	const found: Seen[] = [];
	let rest: number | undefined;
	for (let i = 0; i < doc.tokens.length; i++) {
		const first = doc.at(i);
		if (!(first.entityStart || i === rest) || !NAMING.has(first.entity)) continue;
		let start = i;
		let end = i + 1;
		while (
			end < doc.tokens.length &&
			doc.at(end).entity === first.entity &&
			!doc.at(end).entityStart
		)
			end++;
		const parting = partingIn(doc, { start, end });
		if (parting !== undefined) rest = (end = parting) + 1;
		i = end - 1;
		if (first.entity === 'NORP') continue;
		while (
			start < end &&
			/^(the|a|an|these|those|this|its|his|her|their|["“‘'])$/i.test(doc.at(start).text)
		)
			start++;
		while (
			start < end &&
			/^(['’]s?|[.,;:]|\p{P})$/u.test(doc.at(end - 1).text) &&
			doc.at(end - 1).text !== '.'
		)
			end--;
		if (first.entity === 'PERSON' && end - start > 1 && opensOnly(doc, start)) start++;
		if (start >= end) continue;
		const text = doc.words({ start, end });
		if (
			!/\p{Lu}|\d/u.test(text) ||
			text.length < 2 ||
			/^(USD|EUR|GBP|[$€£¥]|\d[\d.,]*( |$))/.test(text) ||
			DEGREE.test(text) ||
			/^(B\.?C\.?(E\.?)?|A\.?D\.?|C\.?E\.?)$/.test(text) ||
			demonyms.has(text) ||
			demonyms.has(text.replace(/s$/, ''))
		)
			continue;
		found.push({ span: { start, end }, text, label: first.entity });
	}
	return found;
}

/** "Neither Hoover", "Finding Zwingli": a word that is large only because the sentence begins with it. */
function opensOnly(doc: Doc, i: number): boolean {
	const { text } = doc.at(i);
	return doc.sentenceOf(i).start === i && OPENER.test(text) && !firstNames.has(text);
}

const PARTICLE = /^(de|da|di|du|del|von|van|zu)$/;
/** "Domrémy" in "Jeanne de Domrémy". */
const isOrigin = (name: string, form: string): boolean => {
	const words = name.split(' ');
	return words.at(-1) === form && PARTICLE.test(words.at(-2) ?? '');
};

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
		const persons = all.filter(({ label }) => label === 'PERSON').length;
		if (full.length < 2 || name.includes(' of ') || persons <= all.length / 2) return false;
		// "At Domrémy": where Jeanne de Domrémy comes from, not she.
		if (mention.label !== 'PERSON' && isOrigin(name, text)) return false;
		if (words.length > 1 && words.every((word, i) => word === full[i])) return true;
		// "Otto Jespersen" and "Jespersen" of "Jens Otto Harry Jespersen"; "Otto" alone where no other is so called.
		return words.length > 1
			? full.at(-1) === words.at(-1) && words.every((word) => full.includes(word))
			: full.at(-1) === text || full[0] === text;
	});
	// "Charles J. Fillmore" and "Charles Fillmore" are one.
	const [first, ...others] = candidates;
	const begins = (name: string) => name.split(' ')[0];
	return others.every(({ name }) => begins(name) === begins(first!.name)) ? first : undefined;
}

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
