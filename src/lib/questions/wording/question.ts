import type { Fact } from '$lib/facts/fact';
import { mentions } from '$lib/language/names';
import {
	entityOf,
	pluralNoun,
	possessive,
	words,
	type Entities,
	type Group,
	type Phrase
} from './phrase';
import {
	answerOf,
	closed,
	groupWords,
	isPlural,
	joined,
	opening,
	opensWithTime,
	piecesOf,
	placeOf,
	slotAt,
	STRANDED,
	type SlotWords
} from './pieces';
import { verbGroup } from './verb-group';
import { classNoun, whPhrase } from './wh';

const ORDINAL =
	/\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only) (\w+)\b/;
const DROPPABLE = new Set(['time', 'place', 'adverbial', 'modifier']);

interface QuestionOptions {
	/** Ask for all coordinated phrases together: "which four cities". */
	all?: boolean;
}

/**
 * The question for one slot, or `undefined` where no fair one can be worded: the key would stand in it.
 * Answers that share a coordination are asked for together.
 */
export function wordQuestion(
	fact: Fact,
	asked: number,
	entities: Entities,
	{ all = false }: QuestionOptions = {}
): string | undefined {
	const slot = slotAt(fact, asked);
	const entity = entityOf(entities, slot);
	const { groups, fronted, subject, after, verb } = piecesOf(fact);
	const place = placeOf(groups, asked);
	if (!place) return undefined;
	const { group, phrase } = place;
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
	if (several && !(all && noun)) return undefined;
	if (several && noun) wh.phrase = `which ${countWord(group.phrases.length)} ${pluralNoun(noun)}`;
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
	const first = opensWithTime(fact) ? fronted.filter((other) => other !== group) : [];
	const others = [...after, ...fronted]
		.filter((other) => other !== group && !first.includes(other))
		.map(sayGroup);
	const front = first.map((other) => `${sayGroup(other) ?? ''}, `).join('');

	let question: string;
	if (group.role === 'subject') {
		const plural = isHead ? wh.plural || (several && all) : isPlural(fact, group);
		const whole = verbGroup(fact.predicate, plural).whole;
		question = joined(whGroup, whole, ...others);
		const repeated = ORDINAL.exec(question);
		if (noun && repeated?.[2] === noun)
			question = question.replace(repeated[0], repeated[1] as string);
	} else if (slot.role === 'modifier' && group.role === 'complement') {
		// "To which country is X Pakistan’s ambassador?"
		const rest = joined(
			...phrase.parts
				.filter((part) => part !== asked)
				.map((part) =>
					slotAt(fact, part).role === 'possessor'
						? possessive(say(part), slotAt(fact, part).plural)
						: say(part)
				)
		);
		question = joined(
			wh.preposition,
			wh.phrase,
			verb.auxiliary,
			groupWords(fact, subject, say),
			verb.rest,
			rest,
			...others
		);
	} else {
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
	return impossible ? undefined : closed(start + front + question, '?');
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
