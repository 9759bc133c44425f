import type { Slot } from '../../fact';
import { REPORTING } from '../attribution';
import { typeOfNoun } from '../classes';
import type { Clause } from '../clauses';
import type { Context } from '../context';
import type { Doc } from '../doc';
import { BE, withArticle } from '../offices';
import { nounSlots } from '../phrases';
import { coreOf, spoken, textAt } from '../spans';

/** Prepositions of what one has towards another. */
const TOWARDS = /^(against|with|for|in|to|on|over|towards?|about)$/i;
/** Nouns for what happens once: to have a visit is no English. */
const EVENT =
	/(?:ing|tion|sion)$|^(visit|trip|tour|attack|death|birth|return|win|loss|victory|defeat|move|rise|fall|work|role|part|way|use|place|number|time|entry|entrance|exit|debut|switch|search|attempt|effort|response|reply|call|appeal|speech|letter|fight|love|hunt|race|journey|contribution|help|answer|approach|shift|transfer|trade|travel|flight|arrival|departure|access|address|support)$/;

/** "Pakistan’s strong stance against Armenia", "its struggle with India": what somebody has towards somebody. */
export function owned(context: Context): Clause[] {
	const { doc } = context;
	return doc.tokens.flatMap(({ dep, head, tag }, owner): Clause[] => {
		if (dep !== 'poss' || doc.at(head).tag !== 'NN' || isUnsaid(doc, head)) return [];
		const { lemma } = doc.at(head);
		if (typeOfNoun(lemma) !== undefined || EVENT.test(lemma)) return [];
		const towards = doc.children(head, 'prep').find((i) => i > head);
		if (towards === undefined || !TOWARDS.test(doc.at(towards).text)) return [];
		const whom = doc.child(towards, 'pobj');
		if (whom === undefined || !isNamed(context, whom)) return [];
		const who = ownerSlot(context, owner);
		const core = coreOf(doc, head, { alone: true });
		const first = tag === 'PRP$' ? owner + 1 : doc.subtree(owner).end;
		if (!who || first > head || core.end <= head) return [];
		const own = { start: first, end: core.end };
		const said = spoken(context, own);
		if (said === undefined || doc.range(own).some((i) => doc.at(i).entity === 'DATE')) return [];
		return [
			{
				verb: head,
				predicate: { ...BE, lemma: 'have' },
				slots: [who, { role: 'object', type: 'thing', ...textAt(doc, own), as: withArticle(said) }],
				hedged: false,
				borrowed: true,
				dropped: 0
			}
		];
	});
}

/** A name, or a pronoun that means one. */
function ownerSlot(context: Context, owner: number): Slot | undefined {
	const { doc, names, referents, antecedents } = context;
	if (doc.at(owner).tag !== 'PRP$') {
		const said = names.at.has(owner) ? nounSlots(context, owner, 'subject') : undefined;
		const [slot] = said?.ok ? said.slots : [];
		return slot && { ...slot, ...textAt(doc, names.at.get(owner)!) };
	}
	const nearest = nameOwning(context, owner);
	const entity = referents.get(owner) ?? nearest;
	const known = entity === undefined ? undefined : names.entities.get(entity);
	const words = antecedents.get(owner) || known?.name;
	return known && words
		? {
				role: 'subject',
				type: known.type,
				...textAt(doc, { start: owner, end: owner + 1 }),
				as: words,
				entity: known.id
			}
		: undefined;
}

/** "Support for Pakistan in its struggle": the name in the phrase just before, the only one that "its" fits. */
function nameOwning({ doc, names }: Context, owner: number): string | undefined {
	const before = doc.tokens[owner - 1]?.dep === 'prep' ? names.at.get(owner - 2) : undefined;
	return before?.entity;
}

const isNamed = ({ doc, names }: Context, whom: number): boolean =>
	doc.range(coreOf(doc, whom)).some((i) => names.at.has(i) || doc.at(i).entity === 'NORP');

/** Quoted, reported, or of a clause that may not be so. */
function isUnsaid(doc: Doc, noun: number): boolean {
	if (doc.isQuoted(doc.at(noun).start)) return true;
	for (let at = noun; doc.at(at).head !== at; at = doc.at(at).head)
		if (doc.at(at).dep === 'ccomp' && REPORTING.test(doc.at(doc.at(at).head).lemma)) return true;
	return false;
}
