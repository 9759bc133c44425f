import type { Doc } from './doc';
import { mentions } from '$lib/language/names';
import { spokenName, type Antecedents } from './coreference';
import type { Names } from './names';
import { isBare } from './bare';

/** Of these an article has several, and "the" tells them apart only for who reads on. */
const MANY =
	/^(match|game|area|region|place|side|part|section|time|period|end|way|thing|town|village|group|team|point|state|century|decade|month|week|season|war|year|day)$/;

/** Whom "the aquarium" means: the only name of that class before it. Adds to what pronouns mean. */
export function resolveDefinites(
	doc: Doc,
	names: Names,
	pronouns: Antecedents,
	title = ''
): Antecedents {
	const topic = topicIn(names, title);
	const antecedents = new Map(pronouns.antecedents);
	const referents = new Map(pronouns.referents);
	const context = { doc, names, antecedents, referents };
	const classes = new Map<string, Set<string>>();
	doc.tokens.forEach(({ tag, lemma }, i) => {
		const mention = names.at.get(i);
		if (mention && mention.end === i + 1) {
			const { class: noun } = names.entities.get(mention.entity)!;
			const words = doc.words(mention).toLowerCase();
			const called = noun !== undefined && (words.endsWith(noun) || !words.includes(noun));
			if (called) classes.set(noun, new Set([...(classes.get(noun) ?? []), mention.entity]));
		}
		if (mention || !/^NNS?$/.test(tag) || !isBare(context, i)) return;
		if (tag === 'NN' && topic?.fits.test(lemma)) {
			antecedents.set(i, spokenName(doc, names, topic.entity));
			referents.set(i, topic.entity);
			return;
		}
		// In "Greek language", the language is not the Medieval Greek that is told of.
		if (mentions(title, lemma)) return;
		const [entity, other] = classes.get(lemma) ?? [];
		if (tag === 'NN' && entity !== undefined && other === undefined && !MANY.test(lemma)) {
			antecedents.set(i, spokenName(doc, names, entity));
			referents.set(i, entity);
		}
	});
	return { antecedents, referents };
}

const FITS: Partial<Record<string, RegExp>> = {
	city: /^(city|town|capital|metropolis)$/,
	country: /^(country|nation)$/,
	organisation: /^(company|firm|university|organi[sz]ation|museum|agency|bank)$/
};

/** What a title begins with, and the words that mean it all through the text: an article on Athens has one city. */
function topicIn(names: Names, title: string): { entity: string; fits: RegExp } | undefined {
	for (const { id, type, name, aliases, class: noun } of names.entities.values()) {
		const named = [name, ...aliases].some(
			(form) => title === form || title.startsWith(`${form} (`)
		);
		const fits = named ? (FITS[type] ?? (noun ? new RegExp(`^${noun}$`) : undefined)) : undefined;
		if (fits) return { entity: id, fits };
	}
	return undefined;
}
