import type { Slot } from '../fact';
import type { Clause } from './clauses';
import { typeOfNoun } from './classes';
import type { Context } from './context';
import { nameSlot, nounSlots } from './phrases';
import { coreOf, spoken, textAt } from './spans';

export const BE = {
	lemma: 'be',
	tense: 'present',
	aspect: 'simple',
	voice: 'active',
	polarity: 'affirmative'
} as const;
const TITLE =
	/^(mr|mrs|ms|dr|prof|sir|miss|madam|lady|lord|fellow|old|young|former|late|then|ex|so)\.?$/i;

/** "Azerbaijan’s President Ilham Aliyev", "WWF spokesman John Smith": who holds which office. */
export function officesBeforeNames(context: Context): Clause[] {
	const { doc, names, plain } = context;
	return personsOf(context).flatMap(({ token, start, end }): Clause[] => {
		const before: number[] = [];
		for (let i = start - 1; i >= 0; i--) {
			const { pos, tag, text } = doc.at(i);
			const inPhrase = doc.isAncestor(token, i) || doc.at(token).head === i;
			const adjective = pos === 'ADJ' || (plain && tag === 'VBN');
			if (
				!inPhrase ||
				!(pos === 'NOUN' || tag === 'NNP' || tag === 'NN' || (adjective && before.length)) ||
				/^\p{P}+$/u.test(text)
			)
				break;
			before.unshift(i);
		}
		const [first] = before;
		const last = before.at(-1);
		if (first === undefined || last === undefined || before.some((i) => TITLE.test(doc.at(i).text)))
			return [];
		// "the suprematist artist X", not "the superhero film X"
		if (typeOfNoun(doc.at(last).lemma.toLowerCase()) !== 'person') return [];
		if (!/^(NN|NNP)$/.test(doc.at(last).tag)) return [];
		const owner = doc.at(first - 1)?.dep === 'case' ? doc.at(first - 1).head : undefined;
		const mention = names.at.get(token)!;
		const slots: Slot[] = [subjectSlot(context, start, end, mention.entity)];
		if (owner !== undefined) {
			const whose = names.at.get(owner);
			if (!whose || whose.end !== first - 1) return [];
			slots.push(nameSlot(context, whose, whose.entity, { role: 'possessor' }));
		}
		const title = { start: first, end: last + 1 };
		const inner = names.at.get(first);
		const words = doc.words(title);
		// Of many presidents it would not say which country’s.
		const known = inner || doc.range(title).some((i) => doc.at(i).entity === 'NORP');
		if (owner === undefined && !known && !(plain && !SINGLE.test(words))) return [];
		slots.push({
			role: 'complement',
			type: 'thing',
			...textAt(doc, title),
			...(owner === undefined && { as: SINGLE.test(words) ? `the ${words}` : withArticle(words) }),
			asked: false
		});
		return [{ verb: token, predicate: BE, slots, hedged: false, borrowed: false, dropped: 0 }];
	});
}

/** Offices that one person holds at a time. */
const SINGLE =
	/(minister|president|secretary|king|queen|emperor|pope|ceo|chancellor|mayor|chairman|chairwoman|governor|ambassador|administrator|commissioner|chief executive|director general)$/i;

/** "An actor", "a unit". */
export const withArticle = (words: string): string =>
	`${/^([aeio]|un|ul|um|u[bpr])/i.test(words) && !/^(one|eu|uni)/i.test(words) ? 'an' : 'a'} ${words}`;

/** "Diwakar Chapagain, head of the unit" and "Morocco’s capital city, Rabat": what an apposition says of a name. */
export function appositions(context: Context): Clause[] {
	const { doc, names, plain } = context;
	return doc.tokens.flatMap(({ dep, head }, appos): Clause[] => {
		if (dep !== 'appos') return [];
		const [name, noun] = names.at.has(appos) ? [appos, head] : [head, appos];
		const mention = names.at.get(name);
		const title = plain && doc.at(noun).tag === 'NNP';
		if (!mention || names.at.has(noun) || !(title || doc.at(noun).tag === 'NN')) return [];
		const { type } = names.entities.get(mention.entity)!;
		const { lemma } = doc.at(noun);
		const kind = /^C[A-Z]O$/.test(lemma) ? 'person' : typeOfNoun(lemma.toLowerCase());
		// "the award, the Stirling Prize" taken for a person.
		const person = type === 'person' || doc.at(name).entity === 'PERSON';
		if (person !== (kind === 'person') || (type === 'thing' && !plain)) return [];
		const span = coreOf(doc, noun, { alone: true });
		// "His own project Novial"
		if (plain && span.start < mention.end && mention.start < span.end) return [];
		if (
			span.end - span.start < 3 ||
			span.end - span.start > 14 ||
			spoken(context, span) === undefined
		)
			return [];
		// Of three and more in a row it is no telling which belongs to which.
		if (doc.children(noun, 'appos').length > 1 || doc.child(noun, 'conj') !== undefined) return [];
		const complement = nounSlots(context, noun, 'complement', { alone: true });
		if (!complement.ok || !complement.slots.length) return [];
		const owned = complement.slots[0]!.role === 'possessor';
		const slots = complement.slots.map((slot) => {
			const text = slot.as ?? slot.text;
			if (
				slot.role !== 'complement' ||
				owned ||
				/^(a|an|the|one|his|her|its|their) |^\S+[’']s /i.test(text)
			)
				return slot;
			return { ...slot, as: `the ${text}` };
		});
		return [
			{
				verb: name,
				predicate: BE,
				slots: [subjectSlot(context, mention.start, mention.end, mention.entity), ...slots],
				hedged: false,
				borrowed: false,
				dropped: 0
			}
		];
	});
}

function personsOf({
	doc,
	names,
	plain
}: Context): { token: number; start: number; end: number }[] {
	// The title itself tells that it is somebody.
	const isGuessed = ({ start }: { start: number }) => plain && doc.at(start).entity === 'PERSON';
	return [...new Set(names.at.values())]
		.filter(
			(mention) => isGuessed(mention) || names.entities.get(mention.entity)?.type === 'person'
		)
		.map(({ start, end }) => {
			// The head of the name: the token whose own head is outside.
			const token = doc
				.range({ start, end })
				.find((i) => doc.at(i).head < start || doc.at(i).head >= end || doc.at(i).head === i);
			return { token: token ?? end - 1, start, end };
		})
		.sort((a, b) => a.start - b.start);
}

const subjectSlot = ({ doc, names }: Context, start: number, end: number, entity: string): Slot => {
	const plain = textAt(doc, { start, end });
	const { name, type } = names.entities.get(entity)!;
	return {
		role: 'subject',
		type,
		...plain,
		...(name !== plain.text && { as: name }),
		entity
	};
};
