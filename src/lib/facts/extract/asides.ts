import type { Span } from '$lib/article/article';
import { parseAmount } from '$lib/language/numbers';
import type { Slot } from '../fact';
import type { Clause } from './clauses';
import type { Context } from './context';
import type { Doc } from './doc';
import { figureSlots } from './figures';
import { nameSlot } from './phrases';
import { readPredicate } from './predicate';
import { coreOf, textAt } from './spans';
import { typeOfTime } from './times';

const FIGURE = /^(CARDINAL|MONEY|PERCENT|QUANTITY)$/;
const LISTED = /^(including|like|such|between|among)$/i;

/** Figures, dates and names of a sentence that no clause of it took up: only a gap can ask for them. */
export function asidesOf(context: Context, sentence: Span, taken: readonly Slot[]): Slot[] {
	const { doc, names } = context;
	const role = { role: 'aside' } as const;
	const isTaken = (slot: Slot) =>
		taken.some(({ start, end, asked }) => asked !== false && start < slot.end && slot.start < end);
	const found: Slot[] = [];
	for (const i of doc.range(sentence)) {
		const { entity, entityStart, dep } = doc.at(i);
		const mention = names.at.get(i);
		if (mention?.start === i) {
			// One of several is no whole answer.
			const head = mention.end - 1;
			const alone =
				doc.child(head, 'conj') === undefined &&
				!/^(conj|compound|nmod|amod)$/.test(doc.at(head).dep);
			const listed = LISTED.test(doc.at(doc.at(head).head).text);
			if (alone && !listed) found.push(nameSlot(context, mention, mention.entity, role));
		} else if (entity === 'DATE' && entityStart) found.push(...dateAt(context, i));
		else if (FIGURE.test(entity) && entityStart) {
			let end = i + 1;
			while (doc.tokens[end]?.entity === entity && !doc.tokens[end]?.entityStart) end++;
			const figure = doc.range({ start: i, end });
			const number = figure.find((at) => doc.at(at).dep === 'nummod');
			const head = entity === 'CARDINAL' && number !== undefined ? doc.at(number).head : i;
			if (dep === 'conj' || doc.child(head, 'conj') !== undefined) continue;
			const alone = figure.find((at) => /^(pobj|dobj|nsubj|attr)$/.test(doc.at(at).dep));
			const counted = figureSlots(context, head, coreOf(doc, head), role);
			if (counted) found.push(...counted);
			else if (entity === 'CARDINAL' && alone !== undefined) found.push(...plainNumber(doc, alone));
		}
	}
	const { start } = doc.place(sentence);
	return found.filter((slot) => {
		const before = doc.text.slice(start, slot.start);
		const inBrackets = before.lastIndexOf('(') > before.lastIndexOf(')');
		// "Game of Thrones": half of a name.
		const half = /\p{Lu}\p{L}* of $/u.test(before);
		return slot.asked !== false && slot.role === 'aside' && !inBrackets && !half && !isTaken(slot);
	});
}

/**
 * What a sentence says of whom, for one that stands alone although no clause of it could be read to its end: only gaps
 * ask for what is in it.
 */
export function bareClause(context: Context, sentence: Span): Clause | undefined {
	const { doc } = context;
	const verb = doc.range(sentence).find((i) => doc.at(i).head === i);
	const subject = verb === undefined ? undefined : doc.child(verb, 'nsubj', 'nsubjpass');
	const read = verb === undefined ? undefined : readPredicate(doc, verb);
	if (verb === undefined || subject === undefined || !read) return undefined;
	const plain = textAt(doc, coreOf(doc, subject));
	return {
		verb,
		predicate: read.predicate,
		slots: [{ role: 'subject', type: 'thing', ...plain, asked: false }],
		hedged: false,
		borrowed: false,
		dropped: 0
	};
}

/** "Has increased to 198": a number that counts what stands elsewhere; small ones are too easily guessed. */
function plainNumber(doc: Doc, i: number): Slot[] {
	const plain = textAt(doc, { start: i, end: i + 1 });
	const amount = /\d/.test(plain.text) ? parseAmount(plain.text) : undefined;
	if (!amount || amount.value < 10 || amount.unit) return [];
	return [{ role: 'aside', type: 'quantity', ...plain, value: amount.value }];
}

/** The date that begins at a token, where it can be told which. */
function dateAt({ doc }: Context, i: number): Slot[] {
	let end = i + 1;
	while (doc.tokens[end]?.entity === 'DATE' && !doc.tokens[end]?.entityStart) end++;
	const plain = textAt(doc, { start: i, end });
	const time = typeOfTime(plain.text);
	if (/\bold$/.test(plain.text) || time.relative || !/^(year|date)$/.test(time.type)) return [];
	return [
		{
			role: 'aside',
			type: time.type,
			...plain,
			...(time.value !== undefined && { value: time.value }),
			...(time.noun && { noun: time.noun })
		}
	];
}
