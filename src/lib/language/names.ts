/** When two pieces of writing mean the same: the folding that answers, names and options are compared by. */

// British and American spellings that differ by ending, folded to one.
const SPELLINGS: [RegExp, string][] = [
	[/is(e|ed|es|ing|ation|ations)\b/g, 'iz$1'],
	[/yse(d|s)?\b/g, 'yze$1'],
	[/\b(\w{2,})our(s|ed|ing|able|ite|ites)?\b/g, '$1or$2'],
	[/\b(\w{3,})tre(s)?\b/g, '$1ter$2'],
	[/(def|off|lic|pret)ence/g, '$1ense'],
	[/([^aeiou][aeiou])ll(ed|ing|er|ers)\b/g, '$1l$2'],
	[/\b(\w+)ogue(s)?\b/g, '$1og$2'],
	[/\bprogramme(s)?\b/g, 'program$1'],
	[/\bgrey\b/g, 'gray']
];

// The same stems, names and options are compared thousands of times while questions are made.
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** Lower case, no accents, no punctuation, no leading article, one spelling. For comparing, never for showing. */
export function fold(text: string): string {
	const before = known.get(text);
	if (before !== undefined) return before;
	let folded = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[’‘`´]/g, "'")
		.replaceAll('&', ' and ')
		.replace(/'s\b/g, '')
		.replace(/(\p{L})\.(?=\p{L}\b)/gu, '$1') // U.S. → us
		.replace(/[^\p{L}\p{N}%$€£+]+/gu, ' ')
		.trim()
		.replace(/^(the|a|an) /, '');
	for (const [pattern, to] of SPELLINGS) folded = folded.replace(pattern, to);
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(text, folded);
	return folded;
}

export const sameName = (a: string, b: string): boolean => fold(a) === fold(b);

/** Whether `inner` stands in `outer` as whole words. */
export function mentions(outer: string, inner: string): boolean {
	const needle = fold(inner);
	return needle !== '' && ` ${fold(outer)} `.includes(` ${needle} `);
}

/** Edits (insert, delete, replace, swap neighbours) between two strings: restricted Damerau–Levenshtein. */
export function editDistance(a: string, b: string): number {
	const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const above = rows[i - 1] ?? [];
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replace = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replace);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
			row.push(best);
		}
		rows.push(row);
	}
	return rows[a.length]?.[b.length] ?? 0;
}

/** A slip of the finger: one edit from five letters on, two from nine on, and never in figures. */
export function nearlySame(a: string, b: string): boolean {
	const [x, y] = [fold(a), fold(b)];
	if (x === y) return true;
	if (/\d/.test(x + y)) return false;
	const allowed = Math.min(x.length, y.length) >= 9 ? 2 : Math.min(x.length, y.length) >= 5 ? 1 : 0;
	return allowed > 0 && editDistance(x, y) <= allowed;
}
