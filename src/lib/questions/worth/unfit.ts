import type { Entity, Fact, Slot } from '$lib/facts/fact';
import { countries } from '$lib/language/gazetteers/countries';
import { demonyms } from '$lib/language/gazetteers/demonyms';
import { states } from '$lib/language/gazetteers/states';
import { fold, mentions } from '$lib/language/names';
import type { Question } from '../question';

/** A question that the engine made, with what tells whether it may be asked at all. */
export interface Case {
	question: Question;
	fact: Fact;
	title: string;
	/** Entity that most facts are about. */
	topic: string | undefined;
	entities: ReadonlyMap<string, Entity>;
	/** Whether it asks who says something. */
	source: boolean;
	/** Whether what the article says right behind the key, to tell which it is, is left out. */
	untold: boolean;
	/** Whether in the article the second word stands behind the first only, and more than once: "Homo sapiens". */
	collocates: (first: string, second: string) => boolean;
	/** All that the article has in figures, years apart. */
	figures: readonly number[];
}

const slotOf = ({ question, fact }: Case): Slot | undefined => fact.slots[question.slot ?? -1];
const keyOf = ({ question }: Case): string => [question.key].flat()[0] ?? '';

const SHARE = /\d+(?:\.\d+)? ?(?:%|per ?cent)/g;

/** 30 of "30%". */
const shareOf = (words: string): number | undefined =>
	words.match(SHARE)?.[0] === words ? parseFloat(words) : undefined;

/** "Which agency is the Moroccan agency?", "Whom did he play play?" */
const REPEATED =
	/\b(?:which|what) (\p{L}+)\b.* \1s?\b|\b(\p{L}+) \2\b|\b(\p{L}{4,})\b.*\b(?:which|what) \3\b/iu;

/** Why a question is never asked, whatever else speaks for it: each rule is a class of what readers rejected. */
const RULES: Record<string, (one: Case) => boolean> = {
	'says a word twice': ({ question }) => REPEATED.test(question.stem),

	// "Which union?" – "the Soviet Union"
	'told by its class': (one) => {
		const [, noun] = /\b[Ww]hich (\p{L}{4,})\b/u.exec(one.question.stem) ?? [];
		return one.question.kind !== 'cloze' && noun !== undefined && mentions(keyOf(one), noun);
	},

	// ", on December 2,?"
	'left over marks': ({ question }) => /[,;:–—-]\?$/.test(question.stem),

	// What told which one was meant is cut off.
	'telling cut off': ({ untold }) => untold,

	// Who the article is about answers every second question.
	'asks for the topic': (one) => one.topic !== undefined && slotOf(one)?.entity === one.topic,

	// The type, which decides the question’s words and options, is the model’s guess alone.
	'type is a guess': (one) =>
		one.question.kind !== 'cloze' && one.entities.get(slotOf(one)?.entity ?? '')?.type === 'thing',

	// The title stands above each question.
	'told by the title': ({ title, question: { key, variants } }) =>
		[key, ...variants].flat().some((answer) => {
			const named = /^\p{Lu}|\d/u.test(answer) && mentions(title, answer);
			const adjectives = adjectivesOf(answer).some((word) => mentions(title, word));
			return (
				mentions(answer, title) || fold(title).startsWith(`${fold(answer)} `) || named || adjectives
			);
		}),

	// "Living as a monk" tells of monks.
	'told by the stem': (one) => {
		const told = (word: string) =>
			[word, word.replace(/e?s$/, ''), `${word}s`, `${word}es`, word.replace(/y$/, 'ies')].some(
				(form) => mentions(one.question.stem, form)
			);
		return (
			one.question.kind === 'cloze' &&
			keyOf(one)
				.split(/[ -]/)
				.some((word) => word.length > (/^\p{Lu}/u.test(word) ? 3 : 4) && told(word))
		);
	},

	// "The English captain" tells of England, "Arizona" and "London" of their countries.
	'country is told': (one) => {
		const country = keyOf(one);
		const capital = CAPITALS.get(country);
		return [
			...adjectivesOf(country),
			...(capital ? [capital] : []),
			...(country === 'United States' ? states : [])
		].some((word) => mentions(one.question.stem, word));
	},

	// Who says so is furniture; what is said is the fact.
	'asks who says it': ({ source }) => source,

	// 146.6 metres, where the article says 146.7 as well.
	'nearly another figure': (one) => {
		const { value, type } = slotOf(one) ?? {};
		const counted = value !== undefined && /^(quantity|money|percentage)$/.test(type ?? '');
		return (
			counted &&
			one.figures.some((other) => other !== value && Math.abs(other - value) < value * 0.005)
		);
	},

	// A quotation that the gap cut in two.
	'torn quotation': (one) =>
		one.question.kind === 'cloze' &&
		[one.question.stem, keyOf(one)].some(
			(words) =>
				words.split('"').length % 2 === 0 || words.split('“').length !== words.split('”').length
		),

	// "Born 4 _____"
	'half a date': ({ question: { stem } }) => /\b\d{1,2} _____ \(month and year\)/.test(stem),

	// "World Health Organization (WHO", "majority—54%—of"
	'torn key': (one) =>
		/[—[\]]/.test(keyOf(one)) || keyOf(one).split('(').length !== keyOf(one).split(')').length,

	// "6 to _____ years ago"; "from 1940 to _____" tells two things.
	'half a range': ({ question: { kind, stem } }) =>
		kind === 'cloze' && /(?<!\b(?:from|between) )\b\d[\d.,]* (?:to|or|–) _____/i.test(stem),

	// "the court of The _____", "To Write _____", “the _____”, "_____ sapiens"
	'half a name': (one) => {
		const { kind, stem } = one.question;
		if (kind !== 'cloze') return false;
		const [, next] = /_____ (\p{Ll}{5,})/u.exec(stem) ?? [];
		const goesOn = /[\p{L},] \p{Lu}[\p{L}’'-]+ _____/u.test(stem) && /^\p{Lu}/u.test(keyOf(one));
		return (
			(goesOn && slotOf(one)?.type !== 'person') ||
			(/^\p{Lu}/u.test(keyOf(one)) && PARTICLE.test(stem)) ||
			/[“"](?:the|an?) _____/iu.test(stem) ||
			(next !== undefined && one.collocates(keyOf(one), next))
		);
	},

	// "70% metal and 30% rock"
	'told by the rest of a hundred': (one) => {
		const share = shareOf(keyOf(one));
		const others = one.question.stem.match(SHARE)?.map(shareOf) ?? [];
		return (
			one.question.kind === 'cloze' &&
			share !== undefined &&
			others.some((other) => other !== undefined && Math.abs(share + other - 100) < 1e-6)
		);
	},

	// "In November", "on 9 May": of which year?
	undated: (one) =>
		/^(month|date)$/.test(slotOf(one)?.type ?? '') &&
		![one.question.stem, one.question.key].flat().some((words) => /\d{3}/.test(words)),

	// "In 2013 alone" is no date.
	'more than a date': (one) =>
		/^(year|date)$/.test(slotOf(one)?.type ?? '') && / alone$/.test(keyOf(one)),

	// Hardly ever what a sentence is about.
	'asks for a length of time': (one) => slotOf(one)?.type === 'duration',

	// "In 2008, two shuttles await a journey"
	'words under a picture': ({ question, fact: { predicate } }) =>
		predicate.tense === 'present' &&
		predicate.aspect === 'simple' &&
		predicate.modal === undefined &&
		predicate.lemma !== 'be' &&
		/^(In|On) _|\b(in|on) _____( \(year\))?\.$/.test(question.stem),

	// "Who had visited him?": before what?
	'had done, at no time': ({ question, fact: { predicate } }) =>
		question.kind !== 'cloze' &&
		predicate.tense === 'past' &&
		predicate.aspect.startsWith('perfect'),

	// "In which year was X the first …?", "In which country was X born in Y?", "of whom", "at which city"
	'twisted words': (one) => {
		const slot = slotOf(one);
		if (!slot || one.question.kind === 'cloze') return false;
		const { lemma, voice } = one.fact.predicate;
		const places = one.fact.slots.filter(({ role }) => role === 'place');
		return (
			(/^(year|date|month)$/.test(slot.type) && lemma === 'be' && voice === 'active') ||
			(slot.role === 'place' && places.length > 1) ||
			(slot.type === 'person' && slot.role === 'modifier') ||
			(slot.type === 'city' && slot.preposition === 'at')
		);
	}
};

/** "Abdallah ibn _____", "_____ do Sul" */
const PARTICLE =
	/\b(?:ibn|bin|ben|abu|al|el|de|da|do|du|di|del|della|von|van|der)[ -]_____|_____ (?:do|da|de|del|della|du|von|van|bin|ibn) \p{Lu}/u;

const CAPITALS = new Map(countries.map(({ name, capital }) => [name, capital]));

const BRITISH: Record<string, string[]> = {
	England: ['English'],
	Scotland: ['Scottish'],
	Wales: ['Welsh']
};

const ADJECTIVES = new Map<string, string[]>(Object.entries(BRITISH));
for (const [demonym, home] of demonyms)
	ADJECTIVES.set(home, [...(ADJECTIVES.get(home) ?? []), demonym]);

/** What belongs to a country: "French" of France. */
const adjectivesOf = (country: string): readonly string[] => ADJECTIVES.get(country) ?? [];

export const isUnfit = (one: Case): boolean => Object.values(RULES).some((rule) => rule(one));
