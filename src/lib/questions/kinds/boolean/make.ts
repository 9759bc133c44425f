import type { Fact } from '$lib/facts/fact';
import { randomFrom } from '$lib/random';
import { distractorsFor } from '../../distractors';
import { explanationOf, type Ask, type Ground } from '../../ground';
import { entityOf, possessive, words } from '../../wording/phrase';
import { polarQuestion, statement } from '../../wording/statement';
import type { Draft } from '../draft';

export const YES = 'Yes';
export const NO = 'No';

/** The slot's words with a wrong answer in the place of the right one. */
function swapped(ask: Ask, wrong: string, ground: Ground): string {
	const own = words(ask.slot);
	const name = entityOf(ground.entities, ask.slot)?.name ?? ask.key;
	return own.includes(name) ? own.replace(name, wrong) : wrong;
}

function falsehood(ground: Ground, fact: Fact): { stem: string; instead: string } | undefined {
	// A swap in a slot that carries more than the name ("Azerbaijan’s President Ilham Aliyev") would contradict itself.
	const asks = ground.asks.filter(
		(ask) =>
			ask.fact.id === fact.id &&
			!ask.parts &&
			!ask.needsOptions &&
			(!ask.slot.entity ||
				words(ask.slot).replace(/^the /i, '') === ask.key ||
				possessive(ask.key) === words(ask.slot))
	);
	const random = randomFrom(`${ground.seed}:boolean:${fact.id}`);
	const start = Math.floor(random() * Math.max(1, asks.length));
	for (let i = 0; i < asks.length; i++) {
		const ask = asks[(start + i) % asks.length] as Ask;
		const [distractor] = distractorsFor(ask, ground, random);
		if (!distractor) continue;
		const instead = swapped(ask, distractor.text, ground);
		return { stem: polarQuestion(fact, ground.entities, new Map([[ask.index, instead]])), instead };
	}
	return undefined;
}

/** One yes-or-no question a fact; where a fair swap exists, the seed decides whether the answer is yes. */
export function make(ground: Ground): Draft[] {
	return ground.deck.facts.flatMap((fact) => {
		// Who said it is asked better by name; "did X say that …" invites a guess.
		if (fact.slots.some((slot) => slot.type === 'quotation')) return [];
		const random = randomFrom(`${ground.seed}:truth:${fact.id}`);
		const negative = fact.predicate.polarity === 'negative';
		const lie = !negative && random() < 0.6 ? falsehood(ground, fact) : undefined;
		const key = negative || lie ? NO : YES;
		const reason = statement(fact, ground.entities);
		return [
			{
				factId: fact.id,
				factIds: [fact.id],
				stem: lie?.stem ?? polarQuestion(fact, ground.entities),
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
