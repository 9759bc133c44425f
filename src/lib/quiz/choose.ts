import { overlaps } from '$lib/article/spans';
import { paragraphAt, paragraphs } from '$lib/article/paragraphs';
import type { Deck } from '$lib/facts/deck';
import type { Fact } from '$lib/facts/fact';
import { mentions } from '$lib/language/names';
import { arrange } from '$lib/questions/arrange';
import type { Kind, Question } from '$lib/questions/question';
import { randomFrom, shuffled } from '$lib/random';

/** What a quiz is made of; with the deck it decides every question and every letter. */
export interface QuizPlan {
	seed: string;
	/** How many questions; fewer come where the part has no more facts. */
	length: number;
	/** Kinds to draw from; empty means all. */
	kinds: readonly Kind[];
	/** Paragraphs of the article, counted from 1, both ends included; absent means to the end. */
	from: number;
	to?: number;
}

/** Order and match take several facts each: more than one in five would leave a quiz short of facts. */
const SHARE_OF_SETS = 5;

/** The facts that a question would use up: its own, and those that they were derived from. */
function touched(question: Question, facts: ReadonlyMap<string, Fact>): Set<string> {
	return new Set(question.factIds.flatMap((id) => [id, ...(facts.get(id)?.from ?? [])]));
}

/** Whether reading one stem tells the other's answer: both rest on the same words, and one names the other's key. */
export function givesAway(a: Question, b: Question): boolean {
	const near = a.evidence.some((x) => b.evidence.some((y) => overlaps(x, y)));
	const names = (stem: string, question: Question) =>
		question.kind !== 'boolean' && [question.key].flat().some((key) => mentions(stem, key));
	return near && (names(a.stem, b) || names(b.stem, a));
}

/** The questions that a plan draws from: of its kinds and its part of the article. */
export function poolFor(pool: readonly Question[], deck: Deck, plan: QuizPlan): Question[] {
	const body = paragraphs(deck.article);
	return pool.filter((question) => {
		if (plan.kinds.length > 0 && !plan.kinds.includes(question.kind)) return false;
		return question.evidence.every((quote) => {
			const number = paragraphAt(body, quote)?.number ?? 0;
			return number >= plan.from && number <= (plan.to ?? Infinity);
		});
	});
}

/**
 * A quiz: no fact twice, no stem that gives another's answer away, kinds and letters balanced, spread
 * over the article. The same pool and plan give the same quiz.
 */
export function chooseQuiz(all: readonly Question[], deck: Deck, plan: QuizPlan): Question[] {
	const random = randomFrom(`${plan.seed}:quiz`);
	const facts = new Map(deck.facts.map((fact) => [fact.id, fact]));
	const pool = poolFor(all, deck, plan);
	const chosen: Question[] = [];
	const used = new Set<string>();
	const perKind = new Map<Kind, number>();
	let sets = 0;
	const fits = (question: Question): boolean =>
		[...touched(question, facts)].every((id) => !used.has(id)) &&
		(question.factIds.length === 1 ||
			(sets + 1) * SHARE_OF_SETS <= plan.length ||
			pool.every(isSet)) &&
		!chosen.some((other) => givesAway(question, other));

	const take = (question: Question) => {
		chosen.push(question);
		for (const id of touched(question, facts)) used.add(id);
		perKind.set(question.kind, (perKind.get(question.kind) ?? 0) + 1);
		if (isSet(question)) sets++;
	};
	// Sets first: they need several facts that are still free.
	const inTurn = [
		...shuffled(pool.filter(isSet), random).map((question) => [question]),
		...spread(
			shuffled([...new Set(pool.filter((q) => !isSet(q)).map((q) => q.factId))], random),
			facts
		).map((id) =>
			shuffled(
				pool.filter((question) => question.factId === id && !isSet(question)),
				random
			)
		)
	];
	for (const candidates of inTurn) {
		if (chosen.length >= plan.length) break;
		const fair = candidates.filter(fits);
		const [best] = fair.toSorted((a, b) => (perKind.get(a.kind) ?? 0) - (perKind.get(b.kind) ?? 0));
		if (best) take(best);
	}
	return arrange(shuffled(chosen, random), random);
}

const isSet = (question: Question): boolean => question.factIds.length > 1;

/** Facts in turns, one from each stretch of the article, so that a short quiz covers all of it. */
function spread(ids: readonly string[], facts: ReadonlyMap<string, Fact>): string[] {
	const at = (id: string) => facts.get(id)?.evidence[0]?.start ?? 0;
	const sorted = [...ids].sort((a, b) => at(a) - at(b));
	const stretches = Math.min(10, sorted.length);
	const stretchOf = new Map(
		sorted.map((id, index) => [id, Math.floor((index * stretches) / sorted.length)])
	);
	const seen = new Map<number, number>();
	const turn = new Map(
		ids.map((id) => {
			const stretch = stretchOf.get(id) ?? 0;
			seen.set(stretch, (seen.get(stretch) ?? 0) + 1);
			return [id, seen.get(stretch) ?? 0];
		})
	);
	return ids.toSorted((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0));
}
