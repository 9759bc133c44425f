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

type Test = (token: Ruled, lower: string) => boolean;

function testOf(key: string, wanted: unknown): Test {
	const read: (token: Ruled, lower: string) => string =
		key === 'TAG' ? ({ tag }) => tag : key === 'DEP' ? ({ dep }) => dep : (_, lower) => lower;
	if (key === 'IS_SPACE') return (token) => isSpace(token.text) === wanted;
	if (typeof wanted === 'string') return (token, lower) => read(token, lower) === wanted;
	const { IN, NOT_IN, REGEX } = wanted as { IN?: string[]; NOT_IN?: string[]; REGEX?: string };
	if (IN) return (token, lower) => IN.includes(read(token, lower));
	if (NOT_IN) return (token, lower) => !NOT_IN.includes(read(token, lower));
	const pattern = new RegExp(REGEX!, 'u');
	return (token, lower) => pattern.test(read(token, lower));
}

/** A way in which a rule can match. */
interface Way {
	/** Its rule’s place among the rules. */
	order: number;
	tests: Test[][];
	set: Partial<Ruled>;
	index: number;
}

/** Rules from tags, words and labels to parts of speech, forms and lemmas; later ones win. */
export function compileRuler(patterns: RulerPattern[]): (tokens: Ruled[]) => void {
	// Nearly every rule wants a certain tag or word first: no token is tried with any but those of its own.
	const byTag = new Map<unknown, Way[]>();
	const byWord = new Map<unknown, Way[]>();
	const others: Way[] = [];
	patterns.forEach(({ patterns: alternatives, attrs, index }, order) => {
		const set = {
			...(attrs.TAG !== undefined && { tag: attrs.TAG }),
			...(attrs.POS !== undefined && { pos: attrs.POS }),
			...(attrs.DEP !== undefined && { dep: attrs.DEP }),
			...(attrs.MORPH !== undefined && { morph: attrs.MORPH }),
			...(attrs.LEMMA !== undefined && { lemma: attrs.LEMMA })
		};
		for (const pattern of alternatives) {
			const tests = pattern.map((keys) =>
				Object.entries(keys).map(([key, wanted]) => testOf(key, wanted))
			);
			const way = { order, tests, set, index };
			const { TAG, LOWER } = pattern[0]!;
			const words = wordsIn(LOWER);
			if (words) for (const word of words) addTo(byWord, word, way);
			else if (typeof TAG === 'string') addTo(byTag, TAG, way);
			else others.push(way);
		}
	});
	return (tokens) => {
		// All rules look at the tokens as they came, so what they set waits.
		const changes: { way: Way; start: number }[] = [];
		const lower = tokens.map(({ text }) => text.toLowerCase());
		const fits = ({ tests }: Way, start: number): boolean =>
			tests.every((all, i) => {
				const token = tokens[start + i];
				return token !== undefined && all.every((test) => test(token, lower[start + i]!));
			});
		tokens.forEach(({ tag }, start) => {
			for (const ways of [byTag.get(tag), byWord.get(lower[start]), others])
				for (const way of ways ?? []) if (fits(way, start)) changes.push({ way, start });
		});
		changes.sort((a, b) => a.way.order - b.way.order);
		for (const { way, start } of changes) Object.assign(tokens[start + way.index]!, way.set);
	};
}

const addTo = (ways: Map<unknown, Way[]>, key: unknown, way: Way): void => {
	ways.set(key, [...(ways.get(key) ?? []), way]);
};

/** The words of which a test wants one; `undefined` where it can't be said. */
function wordsIn(wanted: unknown): readonly string[] | undefined {
	if (typeof wanted === 'string') return [wanted];
	return (wanted as { IN?: string[] } | undefined)?.IN;
}
