import { isSpace } from '../tokens/characters';
import type { RulerPattern } from './weights';

/** What rules may look at and set; the lemma stays open where no rule knows it. */
export interface Ruled {
	text: string;
	tag: string;
	dep: string;
	pos: string;
	morph: string;
	lemma?: string;
}

type Test = (token: Ruled) => boolean;

function testOf(key: string, wanted: unknown): Test {
	const read = (token: Ruled): string => {
		if (key === 'TAG') return token.tag;
		return key === 'DEP' ? token.dep : token.text.toLowerCase();
	};
	if (key === 'IS_SPACE') return (token) => isSpace(token.text) === wanted;
	if (typeof wanted === 'string') return (token) => read(token) === wanted;
	const { IN, NOT_IN, REGEX } = wanted as { IN?: string[]; NOT_IN?: string[]; REGEX?: string };
	if (IN) return (token) => IN.includes(read(token));
	if (NOT_IN) return (token) => !NOT_IN.includes(read(token));
	const pattern = new RegExp(REGEX!, 'u');
	return (token) => pattern.test(read(token));
}

/** Rules from tags, words and labels to parts of speech, forms and lemmas; later ones win. */
export function compileRuler(patterns: RulerPattern[]): (tokens: Ruled[]) => void {
	const rules = patterns.map(({ patterns: alternatives, attrs, index }) => ({
		alternatives: alternatives.map((tests) =>
			tests.map((keys) => Object.entries(keys).map(([key, wanted]) => testOf(key, wanted)))
		),
		set: {
			...(attrs.TAG !== undefined && { tag: attrs.TAG }),
			...(attrs.POS !== undefined && { pos: attrs.POS }),
			...(attrs.DEP !== undefined && { dep: attrs.DEP }),
			...(attrs.MORPH !== undefined && { morph: attrs.MORPH }),
			...(attrs.LEMMA !== undefined && { lemma: attrs.LEMMA })
		},
		index
	}));
	return (tokens) => {
		// All rules look at the tokens as they came, so what they set waits.
		const changes = rules.flatMap(({ alternatives, set, index }) =>
			tokens.flatMap((_, start) =>
				alternatives.some((tests) =>
					tests.every((all, i) => {
						const token = tokens[start + i];
						return token !== undefined && all.every((test) => test(token));
					})
				)
					? [() => Object.assign(tokens[start + index]!, set)]
					: []
			)
		);
		for (const change of changes) change();
	};
}
