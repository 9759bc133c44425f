import type { Entity, Fact, Slot } from '../fact';
import type { Deduction } from './deduction';

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const SECOND_AFTER = new RegExp(
	`\\b(${ORDINALS.join('|')}) (\\w+) \\((?:just )?(?:after|behind) ([^)]+)\\)`
);

/** "X was the second country (after Y) to …" tells that Y was the first country to …. */
export const ordinal: Deduction = {
	rule: 'ordinal',
	conclude(fact: Fact, entities: readonly Entity[]): Fact | undefined {
		const index = fact.slots.findIndex(
			(slot) => slot.role === 'complement' && SECOND_AFTER.test(slot.text)
		);
		const complement = fact.slots[index];
		const subject = fact.slots.find((slot) => slot.role === 'subject');
		if (!complement || !subject || fact.predicate.polarity === 'negative') return undefined;
		const [whole, nth = '', noun = '', name = ''] = SECOND_AFTER.exec(complement.text) ?? [];
		const before = ORDINALS[ORDINALS.indexOf(nth) - 1];
		const entity = entities.find((one) => [one.name, ...one.aliases].includes(name));
		if (!whole || !before || !entity || entity.type !== subject.type) return undefined;
		const start = complement.start + complement.text.indexOf(name);
		const first: Slot = {
			role: 'subject',
			type: entity.type,
			text: name,
			start,
			end: start + name.length,
			entity: entity.id
		};
		return {
			...fact,
			id: `${fact.id}-${before}`,
			slots: fact.slots.map((slot, i) => {
				if (slot === subject) return first;
				return i === index ? { ...slot, as: slot.text.replace(whole, `${before} ${noun}`) } : slot;
			}),
			derivedBy: 'ordinal',
			from: [fact.id]
		};
	}
};
