import type { Span } from '$lib/article/article';
import { fold } from '$lib/language/names';
import { parseAmount } from '$lib/language/numbers';
import type { Slot } from '../fact';
import type { Context } from './context';
import type { Doc } from './doc';
import { spoken, textAt } from './spans';
import { typeOfTime, type Typed } from './times';

type Start = Pick<Slot, 'role' | 'preposition'>;

const APPROXIMATE =
	/^(the|about|around|nearly|almost|some|over|under|roughly|more|less|fewer|than|up|to|at|least|most|a|an|approximately|only|just|as|much|many|estimated)$/i;
/** What can be counted in words. */
const UNIT = /^[\p{L}$€£][\p{L}\d.’' -]*[\p{L}.]$/u;
const DEFINITE = /^(the|these|those|his|her|its|their|all|both|every|each|our|my|your)$/i;

/** "130 Azeri defense personnel", "USD 500 million", "60 % of its electricity": its slots, where the phrase is one. */
export function figureSlots(
	context: Context,
	head: number,
	span: Span,
	start: Start
): Slot[] | undefined {
	const { doc } = context;
	const { entity, tag } = doc.at(head);
	if (entity === 'MONEY' || entity === 'PERCENT') return amountSlots(context, head, span, start);
	const number = doc.child(head, 'nummod');
	if (
		number === undefined ||
		!/^(NNS|NN|NNPS)$/.test(tag) ||
		!/^(CARDINAL|QUANTITY|)$/.test(doc.at(number).entity)
	)
		return undefined;
	const figure = {
		start: Math.min(number, ...doc.children(number, 'compound', 'nummod')),
		end: number + 1
	};
	const amount = parseAmount(doc.words(figure));
	if (!amount || figure.end > head) return undefined;
	// What is counted: up to the noun and its "of"; more stands only in the sentence.
	const of = doc
		.children(head, 'prep')
		.some((child) => child === head + 1 && doc.at(child).text === 'of');
	const unit = spoken(context, { start: figure.end, end: of ? span.end : head + 1 });
	const said = spoken(context, span);
	if (unit === undefined || said === undefined) return undefined;
	const definite = doc
		.range({ start: span.start, end: figure.start })
		.some((i) => DEFINITE.test(doc.at(i).text));
	if (/^(b\.?c\.?(e\.?)?|a\.?d\.?|c\.?e\.?)$/i.test(unit) || !UNIT.test(unit)) return undefined;
	const plain = textAt(doc, figure);
	return [
		{
			...start,
			type: 'quantity',
			...plain,
			...(said !== `${plain.text} ${unit}` && { as: said }),
			value: amount.value,
			unit,
			plural: amount.value !== 1,
			// "The two countries" are known already; "one problem" is no count.
			...((definite || amount.value === 1 || doc.child(head, 'conj') !== undefined) && {
				asked: false as const
			})
		}
	];
}

/** A sum or a share; what it is a share of comes as a slot after it. */
function amountSlots(context: Context, head: number, span: Span, start: Start): Slot[] | undefined {
	const { doc } = context;
	const figure = figureAround(doc, head, span);
	const of = /^of$/i.test(doc.tokens[figure.end]?.text ?? '') && figure.end + 1 < span.end;
	const end = of ? figure.end : span.end;
	const plain = textAt(doc, figure);
	const amount = parseAmount(plain.text);
	const said = spoken(context, { start: span.start, end });
	const rest = of ? { start: figure.end + 1, end: span.end } : undefined;
	const whole = rest && spoken(context, rest);
	if (!amount || said === undefined || (rest && whole === undefined)) return undefined;
	const type = amount.unit === '%' ? 'percentage' : 'money';
	const slot: Slot = {
		...start,
		type,
		...plain,
		...(said !== plain.text && { as: said }),
		value: amount.value,
		...(type === 'money' && amount.unit && { unit: amount.unit }),
		...(figure.end < end && { asked: false as const })
	};
	if (!rest || whole === undefined) return [slot];
	const own = textAt(doc, rest);
	return [
		slot,
		{
			role: 'modifier',
			type: 'thing',
			preposition: 'of',
			...own,
			...(whole !== own.text && { as: whole }),
			asked: false
		}
	];
}

/** All tokens of the figure that `head` belongs to, without "about" and "more than". */
function figureAround(doc: Doc, head: number, span: Span): Span {
	const { entity } = doc.at(head);
	let { start, end } = { start: head, end: head + 1 };
	while (start > span.start && doc.at(start - 1).entity === entity && !doc.at(start).entityStart)
		start--;
	while (end < span.end && doc.at(end).entity === entity && !doc.at(end).entityStart) end++;
	while (start < head && APPROXIMATE.test(doc.at(start).text)) start++;
	return { start, end };
}

/** What a date or time phrase tells, `undefined` for other phrases. */
export function timeOf(doc: Doc, head: number, span: Span): Typed | undefined {
	const { entity } = doc.at(head);
	if (entity === 'TIME') return { type: 'date', noun: 'time' };
	if (entity !== 'DATE') return undefined;
	return typeOfTime(doc.words(withoutLead(doc, head, span)));
}

const withoutLead = (doc: Doc, head: number, { start, end }: Span): Span => {
	let first = start;
	while (first < head && APPROXIMATE.test(doc.at(first).text)) first++;
	return { start: first, end };
};

export function timeSlot(
	context: Context,
	head: number,
	span: Span,
	time: Typed,
	start: Start
): Slot | undefined {
	const { doc } = context;
	const said = spoken(context, span);
	if (said === undefined) return undefined;
	const own = time.type === 'duration' ? withoutLead(doc, head, span) : span;
	const plain = textAt(doc, own);
	// "Goode was born 1978"
	const bare = start.preposition === undefined && /^(year|month)$/.test(time.type);
	const role = {
		...start,
		...(start.role === 'oblique' && { role: 'time' as const }),
		...(bare && { preposition: 'in' })
	};
	const slot = { ...role, type: time.type, ...plain, ...(said !== plain.text && { as: said }) };
	if (time.type === 'duration') {
		const unit = fold(time.unit ?? '').replace(/^.* /, '');
		// "Nine months before": without a preposition it is no length that the verb has.
		const loose = role.role === 'time' && role.preposition === undefined;
		return {
			...slot,
			value: time.value,
			unit: unit.endsWith('s') ? unit : `${unit}s`,
			...(loose && { asked: false as const })
		};
	}
	return {
		...slot,
		...(time.value !== undefined && { value: time.value }),
		...(time.noun === 'time' ? { asked: false as const } : time.noun && { noun: time.noun })
	};
}
