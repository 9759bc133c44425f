/**
 * How well the parser reads, against gold treebanks (which are not part of the project):
 * `npm run scores -- UD.conllu.gz… [NAMES.iob2.gz…]`, one line of JSON a file. Sentences are parsed from their raw
 * text; only words that are cut alike are compared, and the share of those is given.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Parser } from '$lib/language/parse';
import type { Token } from '$lib/language/parsed';
import { parserFromDisk } from '../src/cli/language';

const read = (file: string): string => {
	const bytes = readFileSync(file);
	return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

interface Word {
	form: string;
	start: number;
	/** Index in the sentence; its own for the root. */
	head: number;
	dep: string;
}

/** OntoNotes types as the three that names are scored by. */
const NAME: Record<string, string> = {
	PERSON: 'PER',
	ORG: 'ORG',
	GPE: 'LOC',
	LOC: 'LOC',
	FAC: 'LOC'
};

const loaded = await parserFromDisk();
if (!loaded.ok) throw new Error(loaded.error.message);
const parse = loaded.value;
for (const file of process.argv.slice(2))
	console.log(
		JSON.stringify({
			file: file.replace(/^.*\//, ''),
			...(/iob2/.test(file) ? names(file, parse) : heads(file, parse))
		})
	);

/** Share of subjects, objects and obliques whose head the parser finds. */
function heads(file: string, parser: Parser) {
	const score: Record<string, { right: number; all: number }> = {};
	let words = 0;
	let alike = 0;
	for (const block of read(file).split('\n\n')) {
		const text = /^# text = (.*)$/m.exec(block)?.[1];
		if (!text) continue;
		const gold = wordsOf(block, text);
		const { tokens } = parser(text);
		const byStart = new Map(tokens.map((token, i) => [token.start, i]));
		words += gold.length;
		gold.forEach((word, i) => {
			const own = byStart.get(word.start);
			if (own === undefined || tokens[own]!.text !== word.form) return;
			alike++;
			const kind = /^(nsubj|obj|obl)/.exec(word.dep)?.[1];
			if (!kind || /^obl:(npmod|tmod|unmarked)/.test(word.dep) || word.head === i) return;
			const entry = (score[kind] ??= { right: 0, all: 0 });
			entry.all++;
			const head = tokens[headOf(tokens, own)]!.start;
			const copulas = gold.filter(
				({ dep, head: above }) => above === word.head && /^(cop|aux)/.test(dep)
			);
			if (head === gold[word.head]!.start || copulas.some(({ start }) => start === head))
				entry.right++;
		});
	}
	const share = ({ right, all }: { right: number; all: number }) => +(right / all).toFixed(4);
	return {
		words,
		alike: +(alike / words).toFixed(4),
		...Object.fromEntries(Object.entries(score).map(([kind, entry]) => [kind, share(entry)]))
	};
}

/** The word that a token depends on, over its preposition. */
function headOf(tokens: readonly Token[], i: number): number {
	const { dep, head } = tokens[i]!;
	return dep === 'pobj' || dep === 'pcomp' ? headOf(tokens, head) : head;
}

function wordsOf(block: string, text: string): Word[] {
	let at = 0;
	return block
		.split('\n')
		.filter((line) => /^\d+\t/.test(line))
		.map((line, i) => {
			const [, form = '', , , , , head = '0', dep = ''] = line.split('\t');
			const start = text.indexOf(form, at);
			if (start >= 0) at = start + form.length;
			return { form, start, head: Number(head) ? Number(head) - 1 : i, dep };
		});
}

/** F1 of persons, organisations and places, spans and types exact; sentences put together with blanks. */
function names(file: string, parser: Parser) {
	const count = { right: 0, found: 0, gold: 0 };
	for (const block of read(file).split('\n\n')) {
		const rows = block
			.split('\n')
			.filter((line) => line && !line.startsWith('#'))
			.map((line) => line.split('\t'));
		if (!rows.length) continue;
		const text = /^# text = (.*)$/m.exec(block)?.[1] ?? rows.map((row) => row[1]).join(' ');
		let at = 0;
		const gold = new Set<string>();
		let open: { start: number; end: number; type: string } | undefined;
		const close = () => {
			if (open) gold.add(`${open.start} ${open.end} ${open.type}`);
			open = undefined;
		};
		for (const [, form = '', tag = 'O'] of rows) {
			const start = text.indexOf(form, at);
			at = start + form.length;
			if (!tag.startsWith('I-')) close();
			if (tag.startsWith('B-')) open = { start, end: at, type: tag.slice(2) };
			else if (open) open.end = at;
		}
		close();
		const found = new Set(spansOf(parser(text).tokens));
		count.gold += gold.size;
		count.found += found.size;
		for (const one of found) if (gold.has(one)) count.right++;
	}
	const precision = count.right / count.found;
	const recall = count.right / count.gold;
	return {
		names: count.gold,
		precision: +precision.toFixed(3),
		recall: +recall.toFixed(3),
		f1: +((2 * precision * recall) / (precision + recall)).toFixed(3)
	};
}

/** Names as the parser sees them, without an article at the front and a genitive at the end. */
function spansOf(tokens: readonly Token[]): string[] {
	return tokens.flatMap((token, start) => {
		const type = NAME[token.entity];
		if (!token.entityStart || !type) return [];
		let end = start + 1;
		while (tokens[end]?.entity === token.entity && !tokens[end]?.entityStart) end++;
		let first = start;
		while (first < end - 1 && /^(the|a|an)$/i.test(tokens[first]!.text)) first++;
		while (end > first + 1 && /^['’]s?$/.test(tokens[end - 1]!.text)) end--;
		return [`${tokens[first]!.start} ${tokens[end - 1]!.end} ${type}`];
	});
}
