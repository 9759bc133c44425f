import type { AnswerType } from '../fact';
import { months } from '$lib/language/gazetteers/months';
import { parseAmount } from '$lib/language/numbers';

const RELATIVE =
	/\b(last|this|next|ago|yesterday|today|tomorrow|tonight|now|currently|recent|recently|earlier|later|previous|following|past|coming|same|that|the (day|week|month|year|season)|(mon|tues|wednes|thurs|fri|satur|sun)day|weekend|daily|weekly|monthly|annual|yearly|annually|every|each|day|morning|evening|night|afternoon|spring|summer|autumn|winter|fall)\b/i;
const UNIT = /\b(seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))$/i;

export interface Typed {
	type: AnswerType;
	value?: number;
	unit?: string;
	noun?: string;
	/** Only the day of reading tells when that was. */
	relative?: boolean;
}

/** What kind of time words give: a year, a month, a date, a length of time. */
export function typeOfTime(text: string): Typed {
	if (/^(1[0-9]|20)\d\d$/.test(text)) return { type: 'year', value: Number(text) };
	const month = months.findIndex((name) => name.toLowerCase() === text.toLowerCase());
	if (month >= 0) return { type: 'month', value: month + 1 };
	if (/\b\d(st|nd|rd|th)[ -]century\b/i.test(text)) return { type: 'date', noun: 'century' };
	const unit = UNIT.exec(text)?.[1];
	const amount = parseAmount(text);
	if (
		unit &&
		amount &&
		text.toLowerCase() !== unit.toLowerCase() &&
		!/\b(ago|last|past|next|first|this|the|old|every|each)\b/i.test(text)
	)
		return { type: 'duration', value: amount.value, unit: amount.unit ?? unit };
	// "The late 1950s" are no decade, though they tell when.
	const decade = /^(?:the )?((?:early |mid-?|late )*)(?:1[0-9]|20)\d0s$/i.exec(text);
	// "The 1600s" may be a century.
	if (decade) return { type: 'date', ...(!decade[1] && !/00s$/.test(text) && { noun: 'decade' }) };
	if (/\b(1\d|20)\d\d\b/.test(text)) return { type: 'date' };
	if (RELATIVE.test(text)) return { type: 'date', relative: true };
	if (months.some((name) => text.includes(name)) && /\d/.test(text)) return { type: 'date' };
	return { type: 'date', relative: true };
}
