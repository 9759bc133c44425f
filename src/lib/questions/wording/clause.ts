import type { Fact, Predicate, Slot } from '$lib/facts/fact';
import { mentions } from '$lib/language/names';
import {
	capitalised,
	entityOf,
	groupsOf,
	listed,
	pluralNoun,
	possessive,
	words,
	type Entities,
	type Group,
	type Phrase
} from './phrase';
import { verbGroup, type VerbGroup } from './verb-group';
import { classNoun, whPhrase } from './wh';

/** How the slots are worded: the default, or other words for some of them (by index). */
type SlotWords = (index: number) => string;

const slotAt = (fact: Fact, index: number): Slot => fact.slots[index] as Slot;
const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ');

/**
 * The answer that a slot holds, as it is shown: the entity's name, else the article's words, unless
 * these don't stand alone ("it" → "Azerbaijan", but "the field of energy" → "energy").
 */
export function answerOf(slot: Slot, entities: Entities): string {
	const name = entityOf(entities, slot)?.name;
	if (name !== undefined) return name;
	const own = slot.as === undefined || slot.type === 'quantity' || mentions(slot.as, slot.text);
	return own ? slot.text : (slot.as ?? slot.text);
}

function phraseWords(fact: Fact, phrase: Phrase, say: SlotWords): string {
	return joined(
		...phrase.parts.map((index) => {
			const slot = slotAt(fact, index);
			if (slot.role === 'possessor') return possessive(say(index), slot.plural);
			return slot.role === 'modifier' ? joined(slot.preposition, say(index)) : say(index);
		})
	);
}

const groupWords = (fact: Fact, group: Group, say: SlotWords): string =>
	joined(group.preposition, listed(group.phrases.map((phrase) => phraseWords(fact, phrase, say))));

const isPlural = (fact: Fact, group: Group): boolean => {
	const slot = slotAt(fact, (group.phrases[0] as Phrase).head);
	if (group.phrases.length > 1) return true;
	return slot.plural ?? (slot.type === 'quantity' && slot.value !== 1);
};

/** The clause's pieces in the order of a statement. */
interface Pieces {
	groups: Group[];
	subject: Group;
	fronted: Group[];
	after: Group[];
	verb: VerbGroup;
}

function piecesOf(fact: Fact, predicate: Predicate = fact.predicate): Pieces {
	const groups = groupsOf(fact);
	const at = groups.findIndex((group) => group.role === 'subject');
	const subject = groups[at];
	if (!subject) throw new Error(`The fact ${fact.id} has no subject.`);
	return {
		groups,
		subject,
		fronted: groups.slice(0, at),
		after: groups.slice(at + 1),
		verb: verbGroup(predicate, isPlural(fact, subject))
	};
}

const closed = (sentence: string, mark: '.' | '?'): string =>
	capitalised(sentence) + (mark === '.' && /[.!?]$/.test(sentence) ? '' : mark);

/** The attribution as an opening, "According to X, ", where the article only reports the claim. */
function opening(fact: Fact, entities: Entities, avoid: readonly string[]): string | undefined {
	if (!fact.attribution) return '';
	const { as, text } = fact.attribution;
	const name = entityOf(entities, fact.attribution)?.name;
	const fair = [as ?? text, name].find(
		(candidate) => candidate && !avoid.some((key) => mentions(candidate, key))
	);
	return fair && `according to ${fair}, `;
}

interface StatementOptions {
	/** Other words for some slots, by index: a wrong option, a blank. */
	replace?: ReadonlyMap<number, string>;
	attributed?: boolean;
	/** Slots left out, by index of their phrase's head. */
	omit?: ReadonlySet<number>;
}

/** The fact as a sentence: "Pakistan was the second country to recognize Azerbaijan’s independence in 1991." */
export function statement(
	fact: Fact,
	entities: Entities,
	{ replace, attributed = true, omit }: StatementOptions = {}
): string {
	const say: SlotWords = (index) => replace?.get(index) ?? words(slotAt(fact, index));
	const { fronted, subject, verb, after } = piecesOf(fact);
	const kept = (group: Group) => !group.phrases.some((phrase) => omit?.has(phrase.head));
	const front = fronted.filter(kept).map((group) => `${groupWords(fact, group, say)}, `);
	const rest = after.filter(kept).map((group) => groupWords(fact, group, say));
	return closed(
		(attributed ? (opening(fact, entities, []) ?? '') : '') +
			front.join('') +
			joined(groupWords(fact, subject, say), verb.whole, ...rest),
		'.'
	);
}

/** The fact as a yes-or-no question, affirmative even where the fact is not: "Does the bloc include Azerbaijan?" */
export function polarQuestion(
	fact: Fact,
	entities: Entities,
	replace?: ReadonlyMap<number, string>
): string {
	const say: SlotWords = (index) => replace?.get(index) ?? words(slotAt(fact, index));
	const { fronted, subject, verb, after } = piecesOf(fact, {
		...fact.predicate,
		polarity: 'affirmative'
	});
	const rest = [...after, ...fronted].map((group) => groupWords(fact, group, say));
	return closed(
		(opening(fact, entities, []) ?? '') +
			joined(verb.auxiliary, groupWords(fact, subject, say), verb.rest, ...rest),
		'?'
	);
}

/** Prepositions that stay behind: "how much is it worth?". All others go along: "from which country …?" */
const STRANDED = new Set(['worth', 'like']);
const ORDINAL =
	/\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only) (\w+)\b/;
const DROPPABLE = new Set(['time', 'place', 'adverbial', 'modifier']);

interface QuestionOptions {
	/** Ask for all coordinated phrases together: "which four cities". */
	all?: boolean;
}

/**
 * The question for one slot, or `undefined` where no fair one can be worded: the key would stand in it.
 * Answers that share a coordination are asked as "which of these", and are left out of the stem.
 */
export function wordQuestion(
	fact: Fact,
	asked: number,
	entities: Entities,
	{ all = false }: QuestionOptions = {}
): string | undefined {
	const slot = slotAt(fact, asked);
	const entity = entityOf(entities, slot);
	const { groups, fronted, subject, after } = piecesOf(fact);
	const group = groups.find((g) => g.phrases.some((phrase) => phrase.parts.includes(asked)));
	const phrase = group?.phrases.find((p) => p.parts.includes(asked));
	if (!group || !phrase) return undefined;
	const keys = keysOf(fact, group, phrase, asked, entities, all);

	let impossible = false;
	const say: SlotWords = (index) => {
		const other = slotAt(fact, index);
		const fair = [words(other), entityOf(entities, other)?.name].find(
			(candidate) => candidate && !keys.some((key) => mentions(candidate, key))
		);
		if (fair === undefined) impossible = true;
		return fair ?? '';
	};
	const sayGroup = (other: Group): string | undefined => {
		const text = groupWords(fact, other, say);
		if (impossible && DROPPABLE.has(other.role)) {
			impossible = false;
			return undefined;
		}
		return text;
	};

	const wh = whPhrase(slot, entity);
	const noun = classNoun(slot, entity);
	const several = group.phrases.length > 1;
	if (several && noun)
		wh.phrase = all
			? `which ${countWord(group.phrases.length)} ${pluralNoun(noun)}`
			: `which of these ${pluralNoun(noun)}`;
	else if (several) return undefined;
	const isHead = phrase.head === asked;
	const whGroup = joined(
		...phrase.parts.map((index) => {
			const part = slotAt(fact, index);
			if (index === asked)
				return joined(part.role === 'modifier' ? wh.preposition : undefined, wh.phrase);
			const text = say(index);
			if (part.role === 'possessor') return possessive(text, part.plural);
			return part.role === 'modifier' ? joined(part.preposition, text) : text;
		})
	);
	const start = opening(fact, entities, keys);
	if (start === undefined) return undefined;
	const others = [...after, ...fronted].filter((other) => other !== group).map(sayGroup);

	let question: string;
	if (group.role === 'subject') {
		const plural = isHead ? wh.plural || (several && all) : isPlural(fact, group);
		const verb = verbGroup(fact.predicate, plural);
		question = joined(whGroup, verb.whole, ...others);
		const repeated = ORDINAL.exec(question);
		if (noun && repeated?.[2] === noun)
			question = question.replace(repeated[0], repeated[1] as string);
	} else {
		const verb = piecesOf(fact).verb;
		const preposition = isHead ? wh.preposition : group.preposition;
		const stranded = preposition !== undefined && STRANDED.has(preposition);
		question = joined(
			stranded ? undefined : preposition,
			whGroup,
			verb.auxiliary,
			groupWords(fact, subject, say),
			verb.rest,
			stranded ? preposition : undefined,
			...others
		);
	}
	return impossible ? undefined : closed(start + question, '?');
}

const countWord = (n: number): string =>
	['zero', 'one', 'two', 'three', 'four', 'five', 'six'][n] ?? String(n);

/** Every wording of the answer that must not stand in the stem. */
function keysOf(
	fact: Fact,
	group: Group,
	phrase: Phrase,
	asked: number,
	entities: Entities,
	all: boolean
): string[] {
	const heads = all ? group.phrases.map((p) => p.head) : [asked];
	return heads.flatMap((index) => {
		const slot = slotAt(fact, index);
		const entity = entityOf(entities, slot);
		return [answerOf(slot, entities), ...(entity?.aliases ?? []), ...(entity ? [] : [slot.text])];
	});
}

/**
 * Who or what an answer is by this fact, for telling why it is wrong elsewhere:
 * "the country from which Armenia had acquired Iskander missiles". `undefined` where that reads badly.
 */
export function relativeClause(fact: Fact, index: number, entities: Entities): string | undefined {
	const slot = slotAt(fact, index);
	const entity = entityOf(entities, slot);
	const { groups, fronted, subject, verb, after } = piecesOf(fact);
	const group = groups.find((g) => g.phrases.some((phrase) => phrase.parts.includes(index)));
	const phrase = group?.phrases.find((p) => p.parts.includes(index));
	const noun = slot.type === 'person' ? (slot.noun ?? 'person') : classNoun(slot, entity);
	if (!group || !phrase || !noun) return undefined;
	// "a summit of the organization" → "the organization whose summit …"
	const owner =
		slot.role === 'possessor' || (slot.role === 'modifier' && slot.preposition === 'of');
	if (slot.role === 'modifier' && !owner) return undefined;
	const several = group.phrases.length > 1;
	const plural = slot.plural ?? false;
	const head = several ? `one of the ${pluralNoun(noun)}` : `the ${noun}`;
	const say: SlotWords = (other) => words(slotAt(fact, other));
	const others = [...after, ...fronted]
		.filter((g) => g !== group)
		.map((g) => groupWords(fact, g, say));
	const source = opening(fact, entities, [])?.trim();
	const aside = source ? `, ${source}` : '';
	const who = slot.type === 'person' ? 'who' : 'that';
	const which = slot.type === 'person' ? 'whom' : 'which';

	if (owner) {
		if (fact.predicate.lemma === 'be') return undefined;
		const owned = joined(
			...phrase.parts
				.filter((part) => part !== index)
				.map((part) =>
					joined(
						slotAt(fact, part).role === 'modifier' ? slotAt(fact, part).preposition : '',
						say(part)
					)
				)
		).replace(/^(a|an|the) /, '');
		if (group.role === 'subject')
			return `${head}${aside} whose ${joined(owned, verb.whole, ...others)}`;
		if (group.preposition) return undefined;
		return `${head}${aside} whose ${joined(owned, groupWords(fact, subject, say), verb.whole, ...others)}`;
	}
	if (group.role === 'subject')
		return `${head}${aside} ${who} ${joined(verbGroup(fact.predicate, plural || several).whole, ...others)}`;
	const rest = joined(groupWords(fact, subject, say), verb.whole, ...others);
	if (group.role === 'object') return `${head}${aside} that ${rest}`;
	if (group.preposition && !STRANDED.has(group.preposition) && group.role !== 'complement')
		return `${head}${aside} ${group.preposition} ${which} ${rest}`;
	return undefined;
}
