import type { Context } from './context';

/** "The plan": definite, with nothing that says which. */
export function isBare({ doc, names }: Pick<Context, 'doc' | 'names'>, head: number): boolean {
	const { tag, lemma } = doc.at(head);
	// "the JF-17" is a name, whatever the model took it for.
	if (/\d|\p{Lu}/u.test(doc.at(head).text)) return false;
	// "Each year" tells enough.
	if (/^(DATE|TIME)$/.test(doc.at(head).entity)) return false;
	if (names.at.has(head) || !/^NNS?$/.test(tag) || UNIQUE.has(lemma)) return false;
	const the = doc
		.children(head, 'det')
		.some((child) =>
			/^(the|this|these|each|both|either|neither|another)$/i.test(doc.at(child).text)
		);
	const telling = doc
		.children(head, 'prep', 'relcl', 'amod', 'compound', 'poss', 'acl', 'nmod', 'appos')
		.filter(
			(child) =>
				// ", which cost a lot" tells more about it, not which.
				!(doc.at(child).dep === 'relcl' && doc.at(doc.subtree(child).start - 1).text === ',') &&
				!/^(other|same|two|whole|entire|opposite|next|last|first|second|new|main|major|local)$/i.test(
					doc.at(child).text
				)
		);
	return the && telling.length === 0;
}

/** Nouns that need no telling which. */
const UNIQUE = new Set(
	'sun moon earth world sky sea ocean universe internet web government public past future present north south east west weather climate environment economy planet equator population country nation'.split(
		' '
	)
);
