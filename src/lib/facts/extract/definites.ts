import type { Doc } from './doc';
import { spokenName, type Antecedents } from './coreference';
import type { Names } from './names';
import { isBare } from './bare';
import { coreOf, spoken } from './spans';

/** Longest description that a question can carry in the place of "the study", in tokens. */
const LONGEST = 9;

/**
 * Whom "the aquarium" and "the study" mean: the only name of that class before them, or the last phrase before
 * them that told which with the same noun. Adds to what pronouns mean.
 */
export function resolveDefinites(doc: Doc, names: Names, pronouns: Antecedents): Antecedents {
	const antecedents = new Map(pronouns.antecedents);
	const referents = new Map(pronouns.referents);
	const context = { doc, names, antecedents, referents };
	const classes = new Map<string, Set<string>>();
	const described = new Map<string, string>();
	doc.tokens.forEach(({ tag, lemma }, i) => {
		const mention = names.at.get(i);
		if (mention && mention.end === i + 1) {
			const { class: noun } = names.entities.get(mention.entity)!;
			if (noun) classes.set(noun, new Set([...(classes.get(noun) ?? []), mention.entity]));
		}
		if (mention || !/^NNS?$/.test(tag)) return;
		if (!isBare(context, i)) {
			const span = coreOf(doc, i);
			const words =
				span.end - span.start > LONGEST || span.end < i + 1 ? undefined : spoken(context, span);
			// "a new study of X" → "the new study of X"; with a name or a figure before it, it stays as it is.
			const bare = words?.replace(/^(a|an|the) /i, '');
			if (words && bare !== words && bare?.includes(' '))
				described.set(`${lemma} ${tag}`, `the ${bare}`);
			return;
		}
		const [entity, other] = classes.get(lemma) ?? [];
		if (tag === 'NN' && entity !== undefined && other === undefined) {
			antecedents.set(i, spokenName(names, entity));
			referents.set(i, entity);
			return;
		}
		const words = described.get(`${lemma} ${tag}`);
		if (words !== undefined) antecedents.set(i, words);
	});
	return { antecedents, referents };
}
