import type { Doc } from './doc';

/** Verbs that say nothing without where, from what or as what; how the words begin that tell it. */
const NEEDS: Readonly<Record<string, RegExp>> = {
	graduate: /^(from|at|in|with)$/,
	return: /^(to|from|into|with|home|as|there)$/,
	leave: /^(for|to|with|behind)$/,
	resign: /^(from|as|over)$/,
	retire: /^(from|as|to)$/,
	serve: /^(as|in|on|under|at|with|for|to)$/,
	elect: /^(as|to)$/,
	appoint: /^(as|to|by)$/,
	reciprocate: /^(by)$/,
	respond: /^(to|by)$/,
	reply: /^(to|that)$/,
	agree: /^(to|with|on|upon|that|about)$/,
	refuse: /^(to)$/
};
/** What is done to these stands before them. */
const REACTING = /^(reciprocate|respond|reply|agree|refuse)$/;
/** Of these an object tells enough. */
const TRANSITIVE = /^(return|leave|refuse|reply|resign|serve)$/;
const OBJECT = ['dobj', 'xcomp', 'ccomp', 'oprd', 'attr', 'acomp', 'prt'];

/** "When he left in 1990", "he served one term": left what, and as what? Of what stands in `tokens` only. */
export function lacksWhat(doc: Doc, tokens: readonly number[]): boolean {
	return tokens.some((verb) => {
		const { lemma, pos } = doc.at(verb);
		const telling = pos === 'VERB' ? NEEDS[lemma] : undefined;
		if (!telling || (REACTING.test(lemma) && doc.at(verb).dep === 'conj')) return false;
		const kept = doc.children(verb).filter((i) => tokens.includes(i));
		const object = kept.find((i) => OBJECT.includes(doc.at(i).dep));
		const term = lemma === 'serve' && object !== undefined && doc.at(object).lemma === 'term';
		if (object !== undefined && !term && (TRANSITIVE.test(lemma) || doc.at(object).dep !== 'dobj'))
			return false;
		if (term)
			return ![...kept, ...doc.children(object)].some((i) => /^(as|of)$/.test(doc.at(i).text));
		if (doc.at(verb).tag === 'VBN' && doc.at(verb).dep === 'acl') return false;
		return !kept.some((i) => {
			const { dep, text } = doc.at(i);
			if (dep === 'advmod') return telling.test(text);
			if (!/^(prep|agent|advcl|mark)$/.test(dep) || !telling.test(text)) return false;
			const what = doc.child(i, 'pobj', 'pcomp');
			return what === undefined || !/^(DATE|TIME)$/.test(doc.at(what).entity);
		});
	});
}
