import type { Ruled } from './ruler';
import type { Header } from './weights';

const BASE = /(^|\|)(Degree=Pos|VerbForm=Inf)($|\|)/;

function isBaseForm({ pos, morph }: Ruled): boolean {
	if (pos === 'NOUN' && /(^|\|)Number=Sing($|\|)/.test(morph)) return true;
	if (pos === 'VERB' && morph.includes('VerbForm=Fin') && morph.includes('Tense=Pres'))
		return !morph.includes('Number=');
	return BASE.test(morph);
}

/** Dictionary forms by endings, exceptions and a list of words: the rules of WordNet's Morphy. */
export function compileLemmas(lemmas: Header['lemmas']): (token: Ruled) => string {
	const tables = new Map(
		Object.entries(lemmas).map(([pos, table]) => [
			pos.toUpperCase(),
			{ ...table, index: new Set(table.index.split(' ')) }
		])
	);
	return (token) => {
		const lower = token.text.toLowerCase();
		const table = tables.get(token.pos);
		if (token.pos === 'SPACE' || isBaseForm(token)) return lower;
		if (!table) return token.pos === 'PROPN' ? token.text : lower;
		let forms: string[] = [];
		const unlisted: string[] = [];
		for (const [ending, other] of table.rules) {
			if (!lower.endsWith(ending)) continue;
			const form = lower.slice(0, lower.length - ending.length) + other;
			if (form === '') continue;
			if (table.index.has(form)) forms.unshift(form);
			else if (/^\p{L}+$/u.test(form)) unlisted.push(form);
			else forms.push(form);
		}
		forms = [...new Set(forms)];
		const exceptions = Object.hasOwn(table.exceptions, lower) ? table.exceptions[lower]! : [];
		for (const form of exceptions) if (!forms.includes(form)) forms.unshift(form);
		return forms[0] ?? unlisted[0] ?? token.text;
	};
}
