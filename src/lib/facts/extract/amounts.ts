import type { Span } from '$lib/article/article';
import { months } from '$lib/language/gazetteers/months';
import { parseAmount } from '$lib/language/numbers';
import type { Slot } from '../fact';

const DIGITS = String.raw`\d[\d,]*(?:\.\d+)?`;
const SCALE = '(?: (?:thousand|million|billion|trillion))?';
const MONEY = new RegExp(
	String.raw`(?:USD|EUR|GBP|US\$|A\$|C\$|[$€£¥]) ?${DIGITS}(?:${SCALE}|(?:m|bn)\b)|${DIGITS}${SCALE} (?:dollars|euros|pounds|yen|rupees)\b`,
	'g'
);
const PERCENT = new RegExp(String.raw`${DIGITS} ?(?:%|per ?cent\b|percent\b)`, 'g');
/** Years before and after Christ, with what says so. */
const ERA = /\b\d[\d,]* (?:BCE?|CE|AD)\b|\bAD \d{1,4}\b/g;
const NUMBER = new RegExp(String.raw`${DIGITS}${SCALE}`, 'g');
/** Smaller ones are guessed too easily. */
const SMALLEST = 10;

/** Sums, shares and counts in digits, as a person would find them; the parser's labels miss every second sum. */
export function amountsIn(text: string, { start, end }: Span): Slot[] {
	const sentence = text.slice(start, end);
	const found: Slot[] = [];
	const take = (pattern: RegExp, type: Slot['type']) => {
		for (const match of sentence.matchAll(pattern)) {
			const words = match[0].replace(/[,.]$/, '');
			const from = start + match.index;
			const to = from + words.length;
			const amount = parseAmount(words);
			const known = found.some((slot) => slot.start < to && from < slot.end);
			if (!amount || known || isPart(text, from, to)) continue;
			if (type === 'quantity' && !counts(words, amount.value)) continue;
			const unit = type === 'money' ? amount.unit : undefined;
			found.push({
				role: 'aside',
				type,
				text: words,
				start: from,
				end: to,
				value: amount.value,
				...(unit && { unit })
			});
		}
	};
	for (const { 0: words, index } of sentence.matchAll(ERA)) {
		const [from, to] = [start + index, start + index + words.length];
		if (!isPart(text, from, to))
			found.push({ role: 'aside', type: 'year', text: words, start: from, end: to });
	}
	take(MONEY, 'money');
	take(PERCENT, 'percentage');
	take(NUMBER, 'quantity');
	return found;
}

/** "STS-1", "Boeing 747", "1909 – 1910", "8:30", "33,000mph": figures that are part of something else. */
function isPart(text: string, from: number, to: number): boolean {
	const before = text.slice(Math.max(0, from - 14), from);
	const after = text.slice(to, to + 12);
	const named = /\p{Lu}\p{L}*\.? $/u.test(before) && !OPENING.test(before);
	const aged = /\b(?:aged?|age of),? $|\p{L}, $/u.test(before) && /^[,.;)]/.test(after);
	return (
		named ||
		aged ||
		/[\p{L}\d/:.,$€£#–-]$|\d ?[–-] ?$/u.test(before) ||
		/^(?: ?[–-] ?\d|-|[\p{L}/:]|[.,]\d)/u.test(after) ||
		months.some((month) => after.startsWith(` ${month}`))
	);
}

const OPENING =
	/(?:About|Around|Nearly|Almost|Over|Some|Only|Than|Least|Approximately|The|In|Of|With|To) $/;

/** A count, not a year. */
const counts = (words: string, value: number): boolean =>
	value >= SMALLEST && !/^(1[0-9]|20)\d\d$/.test(words);
