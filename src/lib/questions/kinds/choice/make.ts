import { randomFrom } from '$lib/random';
import { distractorsFor, NUMERIC } from '../../distractors';
import type { Ground } from '../../ground';
import { draftOf, type Draft } from '../draft';

/** Of these the types of an article that nobody has reviewed are sure enough for fair options. */
const SURE = /^(person|country|city|year|quantity|money|percentage)$/;

/** Choice wherever three options are fair; two are enough where nothing else could be asked with. */
export function make(ground: Ground): Draft[] {
	const shared = new Set<string>();
	return ground.asks.flatMap((ask) => {
		if (ask.parts || (ground.deck.reviewed === false && !SURE.test(ask.slot.type))) return [];
		const random = randomFrom(`${ground.seed}:choice:${ask.fact.id}:${ask.index}`);
		// "Which of these cities …" has the same stem for each of them: one is enough.
		if (ask.needsOptions && shared.has(ask.stem)) return [];
		const distractors = distractorsFor(ask, ground, random);
		if (distractors.length < 3) return [];
		if (ask.needsOptions) shared.add(ask.stem);
		const key = { text: ask.key, value: ask.slot.value, correct: true, reason: ask.explanation };
		const wrong = distractors.map(({ text, value, reason }) => ({
			text,
			value,
			correct: false,
			reason
		}));
		const options = [key, ...wrong].toSorted((a, b) =>
			NUMERIC.has(ask.slot.type) ? (a.value ?? 0) - (b.value ?? 0) : a.text < b.text ? -1 : 1
		);
		return [
			{
				...draftOf(ask),
				options: options.map(({ text, correct, reason }) => ({ text, correct, reason }))
			}
		];
	});
}
