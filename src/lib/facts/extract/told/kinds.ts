import type { Slot } from '../../fact';
import type { Clause } from '../clauses';
import { typeOfNoun } from '../classes';
import type { Context } from '../context';
import { BE, withArticle } from '../offices';
import { coreOf, textAt } from '../spans';

/** Model’s labels of things that a class noun after them may be said of; a maker’s name is none ("the Ford car"). */
const THING = /^(PRODUCT|FAC|EVENT|WORK_OF_ART)$/;
const SORT = /^(class|type|family|series|brand|breed|model|line|make|genus)$/;

/** "The Super Mushshak trainer aircraft", "the Shaheen class of missiles": what a name before its class is. */
export function kinds(context: Context): Clause[] {
	const { doc } = context;
	return doc.tokens.flatMap(({ tag, lemma }, noun): Clause[] => {
		if (tag !== 'NN') return [];
		const sort = SORT.test(lemma);
		const type = typeOfNoun(lemma);
		if (!sort && type !== 'product' && type !== 'event') return [];
		const name = nameBefore(context, noun, sort);
		if (!name) return [];
		const of = sort && /^of$/i.test(doc.tokens[noun + 1]?.text ?? '');
		const end = of ? coreOf(doc, noun).end : noun + 1;
		if (sort && !of) return [];
		const kind = textAt(doc, { start: name.end, end });
		const subject: Slot = { role: 'subject', type: type ?? 'thing', ...textAt(doc, name) };
		const entity = context.names.at.get(name.start)?.entity;
		return [
			{
				verb: noun,
				predicate: BE,
				slots: [
					{ ...subject, ...(entity !== undefined && { entity }) },
					{ role: 'complement', type: 'thing', ...kind, as: withArticle(kind.text) }
				],
				hedged: false,
				borrowed: false,
				dropped: 0
			}
		];
	});
}

/** The name that opens the phrase of a class noun, with nothing but common nouns between them. */
function nameBefore({ doc, names }: Context, noun: number, sort: boolean) {
	let end = noun;
	while (doc.at(end - 1)?.tag === 'NN' && doc.isAncestor(noun, end - 1) && !names.at.has(end - 1))
		end--;
	const last = doc.tokens[end - 1];
	if (!last || !doc.isAncestor(noun, end - 1) || !/^(compound|nummod)$/.test(last.dep))
		return undefined;
	const marked = /\d/.test(last.text) && /\p{Lu}/u.test(last.text);
	if (last.dep === 'nummod' && !marked) return undefined;
	const mention = names.at.get(end - 1);
	if (mention && mention.end === end && (sort || THING.test(last.entity)))
		return { start: mention.start, end };
	return marked || (sort && last.pos === 'PROPN' && !mention) ? { start: end - 1, end } : undefined;
}
