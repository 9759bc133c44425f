import type { Span } from '$lib/article/article';
import type { Doc } from '$lib/facts/extract/doc';
import type { Parser, Seen } from '$lib/language/parse';
import { wordsOf } from './centre';
import { firstsOf } from './gap';

/** Words of the title, of the sentence before and of the sentence itself that are read. */
const MOST = { title: 12, before: 50, own: 70 };

/** A sentence as a question shows it. */
export interface Showing {
	sentence: Span;
	/** Its words as shown, without a gap. */
	shown: string;
	/** Whether the sentence before it is shown as well. */
	after: boolean;
}

/** What the reader sees of a sentence. */
export interface Sight {
	/** Words of the title, of the sentence before where that is shown, and its own. */
	seen: Seen[];
	/** Tokens of the article that its own words are, the last of `seen`. */
	own: readonly number[];
}

/** How the reader sees the sentences of an article. */
export function sightIn(doc: Doc, title: string): (showing: Showing) => Sight {
	const heading = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const inTitle = new Set<string>(heading);
	const first = firstsOf({ doc });
	const count = wordsOf({ doc });

	return ({ sentence, shown, after }) => {
		const all = doc.range(sentence);
		const own = all.slice(0, MOST.own);
		const at = doc.sentences.indexOf(sentence);
		const before = after && at > 0 ? doc.range(doc.sentences[at - 1]!).slice(-MOST.before) : [];
		const kept = keptOf(
			all.map((i) => doc.at(i).text),
			shown
		);
		const seen = [
			...heading.slice(0, MOST.title).map(titled),
			...before.map((i) => seenOf(i, 1, sentence.start, true)),
			...own.map((i, n) => seenOf(i, 2, sentence.start, kept[n]!))
		];
		return { seen, own };
	};

	function seenOf(i: number, part: 1 | 2, from: number, isKept: boolean): Seen {
		const { text, tag, dep, entity, head, lemma } = doc.at(i);
		const word = lemma.toLowerCase();
		return {
			word,
			dep,
			entity,
			tag,
			part,
			told: [
				Number(isKept),
				Number(/^\p{Lu}/u.test(text)),
				Number(first.get(word)! < from),
				Math.min(count.get(word)!, 6) / 6,
				Number(inTitle.has(word) || inTitle.has(text.toLowerCase())),
				part === 2 ? (i - from) / 30 : 0,
				Math.abs(head - i) / 10,
				Number(head > i)
			]
		};
	}
}

const titled = (word: string): Seen => ({
	word,
	dep: '',
	entity: '',
	tag: '',
	part: 0,
	told: [0, 0, 0, 0, 0, 0, 0, 0]
});

/** Places in `seen` of the words of the key; of the last word where it has none of them. */
export function gapIn(doc: Doc, { seen, own }: Sight, key: Span | undefined): number[] {
	const led = seen.length - own.length;
	const gap = own.flatMap((i, n) => {
		const { start, end } = doc.at(i);
		return key && start < key.end && end > key.start ? led + n : [];
	});
	return gap.length ? gap : [seen.length - 1];
}

/** What the reader makes of a gap: the means of its words, of its sentence's, and of those before, one after the other. */
export type Reading = (showing: Showing, key: Span | undefined) => Float32Array;

/** Reads the sentences of an article as they are shown, each once. */
export function readingIn(doc: Doc, title: string, { read }: Pick<Parser, 'read'>): Reading {
	const sightOf = sightIn(doc, title);
	const known = new Map<string, Sight & { vectors: Float32Array }>();
	const { width } = read;

	return (showing, key) => {
		const name = `${showing.sentence.start} ${showing.after} ${showing.shown}`;
		let sight = known.get(name);
		if (!sight) {
			const seen = sightOf(showing);
			sight = { ...seen, vectors: read(seen.seen) };
			known.set(name, sight);
		}
		const { seen, own, vectors } = sight;
		const led = seen.length - own.length;
		const places = seen.map((_, i) => i);
		const numbers = new Float32Array(3 * width);
		[gapIn(doc, sight, key), places.slice(led), places.slice(0, led)].forEach((rows, part) => {
			for (const row of rows)
				for (let k = 0; k < width; k++)
					numbers[part * width + k]! += vectors[row * width + k]! / rows.length;
		});
		return numbers;
	};
}

/** Which tokens of a sentence are among the words that are shown of it, in their order. */
function keptOf(tokens: readonly string[], shown: string): boolean[] {
	const words: string[] = shown.toLowerCase().match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
	let from = 0;
	return tokens.map((token) => {
		const word = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/u.exec(token.toLowerCase())?.[0];
		const found = word === undefined ? -1 : words.indexOf(word, from);
		if (found < 0 || found > from + 25) return false;
		from = found + 1;
		return true;
	});
}
