import { fold } from '$lib/language/names';
import type { Doc } from './doc';
import { typeOfName, type Seen } from './name-types';

/** Words in the title of a life, at most. */
const WORDS = 4;
/** "He" and "she" in a life, at least. */
const PRONOUNS = 5;
/** Sentences that introduce the person. */
const INTRODUCTION = 3;

/** Whose life an article is about, by its title. */
export interface Life {
	name: string;
	/** The last word of it. */
	last: string;
	/** Whether a mention is of that person: the title, the last name alone, the full name at the beginning. */
	isCalled: (mention: Seen) => boolean;
}

/** The person that the title names, where the text goes on with "he" or "she"; `undefined` for other articles. */
export function lifeOf(doc: Doc, title: string): Life | undefined {
	const name = title.replace(/\s*\(.*\)$|[,.:;]+$/g, '').trim();
	const words = name.split(/\s+/);
	const last = words.at(-1)!;
	if (!name || words.length > WORDS || !words.every((word) => /^\p{Lu}/u.test(word)))
		return undefined;
	const pronouns = doc.tokens.filter(({ text }) => /^(he|she|his|her|him)$/i.test(text)).length;
	const { type } = typeOfName(doc, { name, all: [] });
	if (pronouns < PRONOUNS || !/^(thing|person)$/.test(type)) return undefined;
	const subjects = doc.tokens.filter(({ text, dep }) => text === last && /^nsubj/.test(dep)).length;
	if (subjects < 2) return undefined;
	const intro = doc.sentences.slice(0, INTRODUCTION).at(-1)?.end ?? 0;
	const own = words.map(fold);
	return {
		name,
		last,
		isCalled: ({ text, label, span }) => {
			const called = text.split(' ').map(fold);
			if (fold(text) === fold(name) || text === last) return true;
			if (
				/^(saint|st|sir|dame|king|queen|pope|president|lord|lady)$/.test(
					called[0]!.replace('.', '')
				) &&
				called.at(-1) === own.at(-1)
			)
				return true;
			if (called.length > 1 && called.every((word) => own.includes(word))) return true;
			// "Brock Wyatt Holt (born …)" of "Brock Holt"
			const full =
				called.some((word) => own.includes(word)) && /^nsubj/.test(doc.at(span.end - 1).dep);
			return full && label === 'PERSON' && span.end <= intro;
		}
	};
}
