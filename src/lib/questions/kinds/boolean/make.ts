import type { Fact } from '$lib/facts/fact';
import { randomFrom } from '$lib/random';
import { distractorsFor, NUMERIC } from '../../distractors';
import { explanationOf, type Ask, type Ground } from '../../ground';
import { cleftQuestion } from '../../wording/cleft';
import { entityOf, groupsOf, words } from '../../wording/phrase';
import { polarQuestion } from '../../wording/statement';
import type { Draft } from '../draft';

export const YES = 'Yes';
export const NO = 'No';

/** The slot's words with another answer in the place of the right one. */
function swapped(ask: Ask, other: string, ground: Ground): string {
	const own = words(ask.slot);
	const name = entityOf(ground.entities, ask.slot)?.name ?? ask.key;
	return own.includes(name) ? own.replace(name, other) : other;
}

/** Whether only one answer can be true: a number, a date, the holder of an office. */
const isUnique = (ask: Ask): boolean =>
	NUMERIC.has(ask.slot.type) ||
	(ask.fact.predicate.lemma === 'be' &&
		ask.slot.role === 'subject' &&
		ask.fact.slots.some(
			(slot) => slot.role === 'complement' && /^(the|\p{Lu})/u.test(words(slot))
		));

/**
 * A question on one slot that the article answers with yes or no. "Did X do it?" is no only where one
 * answer can be true; elsewhere "Was it X that did it?" is, the article naming another.
 */
function onSlot(ground: Ground, ask: Ask, other: string): string | undefined {
	const instead = swapped(ask, other, ground);
	return isUnique(ask)
		? polarQuestion(ask.fact, ground.entities, new Map([[ask.index, instead]]))
		: cleftQuestion(ask.fact, ask.index, instead);
}

/** A slot's question with its true answer and with a wrong one; the seed decides which is asked. */
function swapOf(ground: Ground, fact: Fact): { stem: string; key: string } | undefined {
	if (fact.predicate.polarity === 'negative') return undefined;
	// A swap in a slot that carries more than the name ("Azerbaijan’s President Ilham Aliyev") would contradict itself.
	const asks = ground.asks.filter(
		(ask) =>
			ask.fact === fact &&
			!ask.parts &&
			!ask.needsOptions &&
			(!ask.slot.entity || words(ask.slot).replace(/^the /i, '') === ask.key)
	);
	const random = randomFrom(`${ground.seed}:boolean:${fact.id}`);
	const start = Math.floor(random() * Math.max(1, asks.length));
	// Facts without a fair swap are asked as they stand: these make up for all their yes.
	const lie = random() < 0.8;
	for (let i = 0; i < asks.length; i++) {
		const ask = asks[(start + i) % asks.length] as Ask;
		// Of what the article does not name it says neither yes nor no.
		const distractor = distractorsFor(ask, ground, random).find(({ named }) => named);
		const stem = distractor && onSlot(ground, ask, lie ? distractor.text : ask.key);
		if (stem) return { stem, key: lie ? NO : YES };
	}
	return undefined;
}

/** "Could it partly explain …?", "Does it seem …?", "Are there doubts …?": yes, whatever the article says. "Is it A or B?" is no such question. */
const isIdle = (fact: Fact): boolean =>
	// "Did X choose A, B, C and D?": who says no to one of them?
	groupsOf(fact).some((group) => group.phrases.length > 1) ||
	fact.slots.some((slot) => / or /.test(words(slot))) ||
	/^(may|might|could|can)$/.test(fact.predicate.modal ?? '') ||
	/^(seem|fail)$/.test(fact.predicate.lemma) ||
	fact.slots.some((slot) => slot.role === 'subject' && slot.text === 'there');

/** One yes-or-no question a fact. */
export function make(ground: Ground): Draft[] {
	return ground.deck.facts.flatMap((fact) => {
		// Who said it is asked better by name; "did X say that …" invites a guess.
		if (fact.asked === false || fact.slots.some((slot) => slot.type === 'quotation')) return [];
		const swap = swapOf(ground, fact);
		if (!swap && isIdle(fact)) return [];
		const { stem, key } = swap ?? {
			stem: polarQuestion(fact, ground.entities),
			key: fact.predicate.polarity === 'negative' ? NO : YES
		};
		const reason = ground.statements.get(fact.id) ?? '';
		return [
			{
				factId: fact.id,
				factIds: [fact.id],
				stem,
				key,
				variants: [],
				others: [],
				options: [YES, NO].map((text) => ({ text, correct: text === key, reason })),
				items: [],
				evidence: fact.evidence,
				explanation: explanationOf(fact, ground.entities)
			}
		];
	});
}
