import type { Slot } from '../../fact';
import { sourceOf } from '../attribution';
import { unstated, type Clause } from '../clauses';
import { isDenied } from '../complements';
import type { Context } from '../context';
import { nounSlots } from '../phrases';
import { readPredicate } from '../predicate';
import { subjectOf } from '../subjects';

/** "The bloc includes Armenia, but not Azerbaijan": what the verb does not hold for. */
export function contrast(context: Context): Clause[] {
	const { doc } = context;
	return doc.tokens.flatMap(({ dep, head, pos }, denied): Clause[] => {
		if (dep !== 'conj' || !/^(NOUN|PROPN)$/.test(pos) || !isDenied(doc, denied)) return [];
		const but = doc.children(head, 'cc').some((i) => /^(but|and)$/i.test(doc.at(i).text));
		const verb = doc.at(head).head;
		if (!but || doc.at(head).dep !== 'dobj' || unstated(context, verb)) return [];
		const subject = subjectOf(context, verb);
		const read = subject?.own ? readPredicate(doc, verb) : undefined;
		if (!subject || !read || read.predicate.polarity === 'negative') return [];
		const who = nounSlots(context, subject.token, 'subject', { without: verb });
		const whom = nounSlots(context, denied, 'object', { alone: true });
		const source = sourceOf(context, verb);
		if (!who.ok || !whom.ok || !source.known) return [];
		const { attribution } = source;
		const object = whom.slots.map(withoutNot);
		return [
			{
				verb,
				predicate: { ...read.predicate, polarity: 'negative' },
				slots: [...who.slots, ...object],
				...(attribution && { attribution }),
				hedged: read.hedged,
				borrowed: false,
				dropped: 0
			}
		];
	});
}

function withoutNot(slot: Slot): Slot {
	const [not = ''] = /^not\s+/i.exec(slot.text) ?? [];
	const { as, ...rest } = slot;
	return {
		...rest,
		text: slot.text.slice(not.length),
		start: slot.start + not.length,
		...(as !== undefined && { as: as.replace(/^not\s+/i, '') })
	};
}
