import type { Quote, Span } from '$lib/article/article';
import { hash } from '$lib/random';
import type { Parsed } from '$lib/language/parsed';
import { derive } from '../derive';
import type { Entity, Fact } from '../fact';
import { readClauses, type Clause } from './clauses';
import { resolve } from './coreference';
import { resolveDefinites } from './definites';
import { Doc } from './doc';
import { findNames, type Mention } from './names';
import { appositions, officesBeforeNames } from './offices';
import type { Context, Loss } from './context';
import { asidesOf, bareClause } from './asides';
import { passageOf } from './passage';
import { standing } from './standing';
import { toldClauses } from './told';

export interface Extracted {
	entities: Entity[];
	facts: Fact[];
	/** What the article states beside them, never to be asked: in words that don't stand alone, or said by the way. */
	told: Fact[];
	/** Clauses that gave no fact: the token of their verb and why. */
	lost: { verb: number; loss: Loss }[];
	doc: Doc;
	mentions: Mention[];
	/** Token of the verb, or of the name, that each fact was made of. */
	origins: Map<string, Clause>;
}

/** The facts that a parsed article states, in its order; its title helps to tell whom pronouns mean. */
export function extract(parsed: Parsed, title?: string): Extracted {
	const doc = new Doc(parsed);
	const names = findNames(doc, title);
	const context: Context = {
		doc,
		names,
		...resolveDefinites(doc, names, resolve(doc, names), title)
	};
	const readings = readClauses(context);
	const read = readings.flatMap((reading) => (reading.ok ? [reading.clause] : []));
	const covered = new Set(read.map(({ verb }) => doc.sentenceOf(verb)));
	const alone = new Map(doc.sentences.map((sentence) => [sentence, standing(context, sentence)]));
	const passages = new Map(
		doc.sentences.map((sentence, at) => [sentence, passageOf(context, at, alone)])
	);
	const isShown = (sentence: Span): boolean =>
		alone.get(sentence) !== undefined || passages.get(sentence) !== undefined;
	const bare = doc.sentences.flatMap((sentence) => {
		const open = !covered.has(sentence) && isShown(sentence);
		return (open && bareClause(context, sentence)) || [];
	});
	const offices = [...officesBeforeNames(context), ...appositions(context)];
	const clauses = [...read, ...bare, ...offices].toSorted((a, b) => a.verb - b.verb);
	const origins = new Map<string, Clause>();
	const slotsIn = new Map<Span, Clause['slots']>();
	for (const { verb, slots } of clauses)
		slotsIn.set(doc.sentenceOf(verb), [...(slotsIn.get(doc.sentenceOf(verb)) ?? []), ...slots]);
	const facts = clauses.map((clause): Fact => {
		const fact = factOf(context, clause);
		origins.set(fact.id, clause);
		const place = doc.sentenceOf(clause.verb);
		const sentence = alone.get(place);
		const passage = passages.get(place);
		// They go with the first fact of the sentence.
		const asides =
			isShown(place) && slotsIn.has(place) ? asidesOf(context, place, slotsIn.get(place)!) : [];
		slotsIn.delete(place);
		const { evidence, ...rest } = fact;
		return {
			...rest,
			slots: [...fact.slots, ...asides],
			...(clause.hedged && { asked: false as const }),
			...(sentence !== undefined && { sentence }),
			...(passage && { passage }),
			evidence
		};
	});
	const told = toldClauses(context, readings, offices).map((clause): Fact => {
		const fact = factOf(context, clause);
		origins.set(fact.id, clause);
		return { ...fact, asked: false };
	});
	// What nobody is sure of is no fair option, nor a key but in a gap.
	const entities = [...names.entities.values()].map((entity) =>
		names.unsure.has(entity.id) ? { ...entity, type: 'thing' as const } : entity
	);
	const own = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
	return {
		entities,
		facts: [...own, ...derive(own, entities)],
		told: [...new Map(told.map((fact) => [fact.id, fact])).values()].filter(({ id }) =>
			own.every((fact) => fact.id !== id)
		),
		lost: readings.flatMap((reading) =>
			reading.ok ? [] : [{ verb: reading.verb, loss: reading.loss }]
		),
		doc,
		mentions: [...new Set(names.at.values())],
		origins
	};
}

function factOf(context: Context, clause: Clause): Fact {
	const evidence = evidenceOf(context, clause);
	const { predicate, attribution } = clause;
	const slots = withoutVagueSubject(clause);
	const id = `f${hash(JSON.stringify([predicate, slots, evidence[0]!.start])).toString(36)}`;
	return { id, predicate, slots, ...(attribution && { attribution }), evidence };
}

/** "Who is a physicist?": many are, so the subject is not asked for. */
function withoutVagueSubject({ predicate, slots }: Clause): Clause['slots'] {
	const vague = slots.some(
		({ role, as, text }) => role === 'complement' && /^(an?|one of) /i.test(as ?? text)
	);
	if (predicate.lemma !== 'be' || !vague) return slots;
	return slots.map((slot) => (slot.role === 'subject' ? { ...slot, asked: false } : slot));
}

/** Quotes that prove a fact, at most: its sentence, and those that say who speaks and whom a pronoun means. */
const QUOTES = 3;

function evidenceOf({ doc, names, referents }: Context, clause: Clause): Quote[] {
	const own = doc.sentenceOf(clause.verb);
	const sentences = [own];
	const also = (token: number | undefined) => {
		if (token === undefined) return;
		const sentence = doc.sentenceOf(token);
		if (!sentences.includes(sentence) && sentences.length < QUOTES) sentences.push(sentence);
	};
	const { attribution } = clause;
	if (attribution) also(doc.tokenFrom(attribution.start));
	for (const { start } of clause.slots) also(doc.tokenFrom(start));
	const named = (entity: string, i: number) => names.at.get(i)?.entity === entity;
	for (const { start, end } of clause.slots)
		for (const i of doc.range(own)) {
			const entity = referents.get(i);
			const token = doc.at(i);
			if (entity === undefined || token.start < start || token.end > end) continue;
			if (doc.range(own).some((other) => named(entity, other))) continue;
			also(doc.range({ start: 0, end: i }).findLast((before) => named(entity, before)));
		}
	return sentences.map((sentence) => {
		const { start, end } = doc.place(sentence);
		return { start, end, quote: doc.text.slice(start, end) };
	});
}
