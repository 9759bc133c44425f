import type { Span } from '$lib/article/article';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Slot } from '$lib/facts/fact';
import { SENSE, type Parser } from '$lib/language/parse';
import type { Usage } from './gap';

const DEPS =
	'nsubj nsubjpass dobj pobj attr oprd conj prep det amod compound poss advmod ROOT relcl advcl ccomp appos nummod punct aux cc'.split(
		' '
	);
const ENTITIES =
	'PERSON NORP ORG GPE LOC DATE CARDINAL MONEY PERCENT QUANTITY EVENT WORK_OF_ART FAC PRODUCT ORDINAL TIME'.split(
		' '
	);
const TAGS = 'NN NNS NNP NNPS VBD VBZ VBP VB VBN VBG PRP PRP$ DT IN JJ RB CD'.split(' ');
const CONTENT = /^(NNP?S?|VB\w?|JJ)$/;
const OWN = 8;
/** Numbers that tell of one token. */
const TOKEN = DEPS.length + ENTITIES.length + TAGS.length + OWN;
/** Neighbours of the gap, to each side. */
const BESIDE = 2;

/** How many numbers `sensesOf` gives. */
export const SENSES = 6 * SENSE + 2 * TOKEN;

/**
 * What the words in the gap, beside it, in its sentence and in the one before mean, as means of their vectors, and how the
 * last word of the gap and the sentence as a whole are built.
 */
export function sensesOf(
	{ doc }: Extracted,
	sentence: Span,
	slot: Slot | undefined,
	{
		shown,
		title,
		sense,
		usage
	}: { shown: string; title: string; sense: Parser['sense']; usage: Usage }
): Float32Array {
	const numbers = new Float32Array(SENSES);
	const own = doc.range(sentence);
	const gap = own.filter((i) => slot && doc.at(i).start < slot.end && doc.at(i).end > slot.start);
	const first = gap[0] ?? sentence.start;
	const last = gap.at(-1) ?? sentence.start;
	const at = doc.sentences.indexOf(sentence);
	const previous = at > 0 ? doc.sentences[at - 1]! : undefined;
	const isClose =
		previous !== undefined && doc.at(sentence.start).start - doc.at(previous.end - 1).end < 2;
	const content = (i: number): boolean => CONTENT.test(doc.at(i).tag);
	const groups = [
		gap,
		[last],
		own.filter((i) => i < first && i >= first - BESIDE),
		own.filter((i) => i > last && i <= last + BESIDE),
		own.filter(content),
		isClose ? doc.range(previous).filter(content) : []
	];
	groups.forEach((tokens, g) => {
		for (const i of tokens) {
			const vector = sense(doc.at(i).lemma.toLowerCase());
			if (vector)
				for (let k = 0; k < SENSE; k++) numbers[g * SENSE + k]! += vector[k]! / tokens.length;
		}
	});
	const words = new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
	const kept = keptOf(
		own.map((i) => doc.at(i).text),
		shown
	);
	const from = groups.length * SENSE;
	own.forEach((i, n) => {
		const told = tokenOf(i, kept[n]!);
		told.forEach((value, k) => {
			if (i === last) numbers[from + k] = value;
			numbers[from + TOKEN + k]! += value / own.length;
		});
	});
	return numbers;

	function tokenOf(i: number, isKept: boolean): number[] {
		const { text, tag, dep, entity, head, lemma } = doc.at(i);
		const word = lemma.toLowerCase();
		return [
			...DEPS.map((name) => Number(name === dep)),
			...ENTITIES.map((name) => Number(name === entity)),
			...TAGS.map((name) => Number(name === tag)),
			Number(isKept),
			Number(/^\p{Lu}/u.test(text)),
			Number((usage.first.get(word) ?? i) < sentence.start),
			Math.min(usage.words.get(word) ?? 0, 6) / 6,
			Number(words.has(word) || words.has(text.toLowerCase())),
			(i - sentence.start) / 30,
			Math.abs(head - i) / 10,
			Number(head > i)
		];
	}
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
