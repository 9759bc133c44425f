import type { Article } from '$lib/article/article';
import { paragraphs } from '$lib/article/paragraphs';
import type { Deck } from '$lib/facts/deck';
import { extract, type Extracted } from '$lib/facts/extract/extract';
import { identifyLanguage } from '$lib/language/identify';
import type { Parser } from '$lib/language/parse';
import { joinParsed } from '$lib/language/join';
import type { Parsed } from '$lib/language/parsed';
import { fail, ok, type Result } from '$lib/result';
import { hash } from '$lib/random';
import { generate } from './generate';
import type { Question } from './question';
import { statement } from './wording/statement';
import { select } from './worth/select';
import { weigh } from './worth/worth';

/** A question that is good enough to be shown, with the estimated probability that it is acceptable, from 0 to 1. */
export type Shown = Question & { probability: number };

/** What became of an article. */
export interface Ground {
	deck: Deck;
	extracted: Extracted;
	/** Best first. */
	questions: Shown[];
	/** Those that come after them: less sure, for a person to choose from. */
	further: Shown[];
}

export interface GrindOptions {
	seed?: string | number;
	/** At most so many questions. */
	top?: number;
}

/** How far the work has come, in sentences and characters of the text. */
export interface Progress {
	sentences: number;
	read: number;
	total: number;
}

/** A paragraph that was read. */
export interface Step extends Progress {
	/**
	 * Its facts, as sentences, for who wants to show them; what is known later may change them. They are looked for when
	 * asked for: the article’s own are found at its end.
	 */
	found: () => string[];
}

/** Below this probability no question is asked unless a person chooses it. */
const CUT_OFF = 0.6;
/** Below this nobody is troubled with it. */
const LEAST = 0.4;

/**
 * Grinds an article into facts and questions, a paragraph at a step, so that who runs it can show how far it is,
 * stop it, and do other things in between. The same article, weights and seed give the same result.
 */
export function* grind(
	article: Article,
	parse: Parser,
	{ seed = 1, top = 10 }: GrindOptions = {}
): Generator<Step, Result<Ground>, void> {
	const language = identifyLanguage(article.text);
	if (language !== 'English')
		return fail({
			code: 'not-english',
			message: language
				? `This looks like ${language}. Facts and questions are made of English texts only, so far.`
				: 'This does not read like English sentences: a list, a table or code gives no facts. Paste running text.'
		});
	const parts: { parsed: Parsed; start: number }[] = [];
	let sentences = 0;
	const progress = (read: number): Progress => ({ sentences, read, total: article.text.length });
	for (const { text, start, end } of paragraphs(article)) {
		const parsed = parse(text);
		parts.push({ parsed, start });
		sentences += parsed.sentences.length;
		yield {
			...progress(end),
			found: () => {
				const { facts, entities } = extract(parsed, article.title);
				const known = new Map(entities.map((entity) => [entity.id, entity]));
				return facts.map((fact) => fact.sentence ?? statement(fact, known));
			}
		};
	}
	// What comes now takes as long as the reading: who runs it can stop between its parts.
	const rest: Step = { ...progress(article.text.length), found: () => [] };
	const extracted = extract(joinParsed(article.text, parts), article.title);
	if (!extracted.facts.length)
		return fail({
			code: 'no-facts',
			message:
				'No fact was found in this text that stands on its own. Reports, histories and textbooks give most.'
		});
	yield rest;
	const deck: Deck = {
		slug: slugOf(article),
		article,
		reviewed: false,
		entities: extracted.entities,
		facts: inOrder(extracted)
	};
	const asked = { ...deck, facts: extracted.facts };
	const questions = generate(bestPart(asked, extracted), seed);
	yield rest;
	const weighed = weigh(extracted, questions, article.title, parse);
	const chosen = select(extracted, weighed, { count: top, cutOff: LEAST }).map(
		({ question, probability }): Shown => ({
			...question,
			probability: Number(probability.toFixed(3))
		})
	);
	const sure = chosen.findLastIndex(({ probability }) => probability >= CUT_OFF) + 1;
	return ok({ deck, extracted, questions: chosen.slice(0, sure), further: chosen.slice(sure) });
}

/** All facts in the order of the article; what is only told stands after what is asked of the same sentence. */
function inOrder({ facts, told }: Extracted): Deck['facts'] {
	const start = ({ evidence }: Deck['facts'][number]): number => evidence[0]!.start;
	return [...facts, ...told].toSorted((a, b) => start(a) - start(b));
}

/** Facts that questions are made of, at most; a longer text has more than anybody looks through. */
const MOST = 300;

/** The deck with only its clearest facts, and the names in them. */
function bestPart(deck: Deck, { origins, doc }: Extracted): Deck {
	if (deck.facts.length <= MOST) return deck;
	const clarity = (fact: Deck['facts'][number]): number => {
		const clause = origins.get(fact.from?.[0] ?? fact.id);
		const named = fact.slots.filter(
			(slot) => slot.entity !== undefined || slot.value !== undefined
		);
		return clause
			? doc.at(clause.verb).arc + Math.min(3, named.length) / 3 - 0.3 * clause.dropped
			: 0;
	};
	const kept = new Set(
		deck.facts
			.map((fact) => ({ fact, clarity: clarity(fact) }))
			.toSorted((a, b) => b.clarity - a.clarity)
			.slice(0, MOST)
			.map(({ fact }) => fact)
	);
	const facts = deck.facts.filter((fact) => kept.has(fact));
	const ids = new Set(facts.flatMap((fact) => fact.slots.map((slot) => slot.entity)));
	return { ...deck, facts, entities: deck.entities.filter(({ id }) => ids.has(id)) };
}

/** Runs `grind` to its end at once. */
export function grindAll(...parameters: Parameters<typeof grind>): Result<Ground> {
	const steps = grind(...parameters);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

const slugOf = ({ title, text }: Article): string => {
	const words = title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
	return `${words || 'article'}-${hash(text).toString(36).slice(0, 6)}`;
};
