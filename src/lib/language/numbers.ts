/** Numbers as people write them: digits, words, magnitudes, currencies. */

const UNITS =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL = new Map<string, number>([
	...UNITS.map((word, value) => [word, value] as const),
	...TENS.map((word, ten) => [word, ten * 10] as const).slice(2)
]);
const MAGNITUDES = new Map<string, number>([
	['thousand', 1e3],
	['thousands', 1e3],
	['k', 1e3],
	['million', 1e6],
	['millions', 1e6],
	['m', 1e6],
	['mn', 1e6],
	['mln', 1e6],
	['mio', 1e6],
	['billion', 1e9],
	['billions', 1e9],
	['b', 1e9],
	['bn', 1e9],
	['trillion', 1e12],
	['tn', 1e12]
]);
const CURRENCIES: [RegExp, string][] = [
	[/(us\s?\$|\$|\busd\b|\b(us |u\.s\. |american )?dollars?\b)/i, 'USD'],
	[/(€|\beur\b|\beuros?\b)/i, 'EUR'],
	[/(£|\bgbp\b|\b(british )?pounds?( sterling)?\b)/i, 'GBP'],
	[/(¥|\bjpy\b|\b(japanese )?yen\b)/i, 'JPY'],
	[/(₹|\binr\b|\b(indian )?rupees?\b)/i, 'INR']
];

export interface Amount {
	value: number;
	/** ISO 4217 code, `%`, or the lower-case words after the number; absent where none was written. */
	unit?: string;
}

const round = (value: number): number => Number(value.toPrecision(15));

/** `12,500.5` → 12500.5. Commas and thin spaces only where they group thousands. */
function digits(word: string): number | undefined {
	if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(word)) return Number(word.replaceAll(',', ''));
	return /^(\d+(\.\d+)?|\.\d+)$/.test(word) ? Number(word) : undefined;
}

/** Reads number words from the front; returns the value and how many words it took. */
function leadingNumber(words: readonly string[]): { value: number; taken: number } | undefined {
	let total = 0;
	let group = 0;
	let taken = 0;
	let fraction = 0; // place of the next digit after "point"
	let seen = false;
	for (const [i, word] of words.entries()) {
		const number = digits(word);
		const small = SMALL.get(word);
		const magnitude = MAGNITUDES.get(word);
		if (fraction && small !== undefined && small < 10) {
			group += small * fraction;
			fraction /= 10;
		} else if (number !== undefined && !seen) group = number;
		else if (small !== undefined && number === undefined) group += small;
		else if (word === 'hundred' && seen) group = (group || 1) * 100;
		else if (word === 'dozen') group = (group || 1) * 12;
		else if (magnitude !== undefined && seen) {
			total += group * magnitude;
			group = 0;
			fraction = 0;
		} else if (word === 'point' && seen) fraction = 0.1;
		else if (
			(word === 'a' || word === 'an') &&
			!seen &&
			/^(hundred|dozen|thousand|million|billion)$/.test(words[i + 1] ?? '')
		)
			group = 1;
		else if (word === 'half' && !seen) group = 0.5;
		else if (!(word === 'and' && seen && SMALL.has(words[i + 1] ?? ''))) break;
		seen = true;
		taken = i + 1;
	}
	return seen ? { value: round(total + group), taken } : undefined;
}

/**
 * The first amount in what a person typed or an article says: `130`, `one hundred and thirty`,
 * `7.3 million`, `$7.3m`, `USD 7,300,000`, `20 %`, `five years`. `undefined` where there is no number.
 */
export function parseAmount(input: string): Amount | undefined {
	let text = ` ${input.normalize('NFKC').toLowerCase().replaceAll('−', '-')} `;
	let unit: string | undefined;
	for (const [pattern, code] of CURRENCIES)
		if (pattern.test(text)) {
			text = text.replace(pattern, ' ');
			unit = code;
			break;
		}
	if (/%|\bper ?cent\b|\bpercent\b/.test(text)) {
		unit = '%';
		text = text.replace(/%|\bper ?cent\b|\bpercent\b/, ' ');
	}
	// "two decades" → "20 years", "a century" → "100 years"
	text = text.replace(
		/\b(?:([\w.,]+) )?(decade|centur)(?:s|y|ies)?\b/g,
		(_, count: string | undefined, word: string) => {
			const few =
				count === undefined || /^(a|an|the)$/.test(count) ? 1 : (digits(count) ?? SMALL.get(count));
			return few === undefined
				? `${count ?? ''} ${word}`
				: ` ${few * (word === 'decade' ? 10 : 100)} years `;
		}
	);
	text = text
		.replace(/\band (a|one) half\b/g, 'point five')
		.replace(/\bhalf (a|an)\b/g, 'half')
		.replace(/(\d)[\u202f\u00a0 ](?=\d{3}\b)/g, '$1')
		.replace(/(\d)([a-z])/g, '$1 $2')
		.replace(/([a-z])-([a-z])/g, '$1 $2')
		.replace(/(\d)-([a-z])/g, '$1 $2');
	const negative = /(^|\s)-\s?\d/.test(text);
	const words = text
		.split(/\s+/)
		.map((word) => word.replace(/^[^\d.a-z]+|[^\da-z]+$/g, ''))
		.filter(Boolean);
	for (let i = 0; i < words.length; i++) {
		const found = leadingNumber(words.slice(i));
		if (!found) continue;
		const rest = words.slice(i + found.taken).join(' ');
		const counted = unit ?? (rest || undefined);
		const value = negative ? -found.value : found.value;
		return counted === undefined ? { value } : { value, unit: counted };
	}
	return undefined;
}

/** 0 to 999,999 in words: 130 → "one hundred thirty". */
export function spellNumber(value: number): string {
	if (value < 20) return UNITS[value] ?? '';
	if (value < 100)
		return (TENS[Math.floor(value / 10)] ?? '') + (value % 10 ? `-${spellNumber(value % 10)}` : '');
	const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
	const rest = value % size;
	return `${spellNumber(Math.floor(value / size))} ${name}${rest ? ` ${spellNumber(rest)}` : ''}`;
}
