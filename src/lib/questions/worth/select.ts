import type { Extracted } from '$lib/facts/extract/extract';
import { fold } from '$lib/language/names';
import type { Weighed } from './worth';

/** Questions of one sentence, at most: a quiz spreads over the article. */
const PER_SENTENCE = 2;
/** Questions with the same answer, at most: a quiz in which every third is "San Francisco" teaches to type that. */
const PER_KEY = 2;
/** Share of content words above which two stems ask for the same. */
const ALIKE = 0.65;

/**
 * The best `count` questions above the cut-off: one a clause, two a sentence, two an answer, none like another.
 * Fewer where the article does not give as many. Of the weighed, best first, it takes no more than it needs.
 */
export function select(
	extracted: Extracted,
	weighed: Iterable<Weighed>,
	{ count, cutOff }: { count: number; cutOff: number }
): Weighed[] {
	const chosen: Weighed[] = [];
	if (count < 1) return chosen;
	const clauses = new Set<string>();
	const perSentence = new Map<number, number>();
	const told = new Set<string>();
	const perKey = new Map<string, number>();
	for (const one of weighed) {
		if (chosen.length >= count || one.probability < cutOff) break;
		const { question } = one;
		const clause = extracted.origins.get(question.factId);
		if (!clause || clauses.has(question.factId)) continue;
		const sentence = extracted.doc.sentenceOf(clause.verb).start;
		const key = fold([question.key].flat().join(' '));
		if ((perSentence.get(sentence) ?? 0) >= PER_SENTENCE || told.has(`${sentence} ${key}`))
			continue;
		if ((perKey.get(key) ?? 0) >= PER_KEY) continue;
		if (chosen.some((other) => overlap(other.question.stem, question.stem) > ALIKE)) continue;
		chosen.push(one);
		clauses.add(question.factId);
		told.add(`${sentence} ${key}`);
		perKey.set(key, (perKey.get(key) ?? 0) + 1);
		perSentence.set(sentence, (perSentence.get(sentence) ?? 0) + 1);
	}
	return chosen;
}

function overlap(a: string, b: string): number {
	const content = (stem: string) =>
		new Set(
			fold(stem)
				.split(' ')
				.filter((word) => word.length > 3)
		);
	const [x, y] = [content(a), content(b)];
	const shared = [...x].filter((word) => y.has(word)).length;
	return shared / Math.max(1, Math.min(x.size, y.size));
}
