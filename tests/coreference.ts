/**
 * How often pronouns are given the right antecedent, against the chains of UD English GUM (not part of the project):
 * `npm run coreference -- gum-dev.conllu.gz`, a line of JSON for each kind of pronoun. Texts are parsed from their raw
 * sentences, a paragraph each where GUM has one.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPasted } from '$lib/article/pasted';
import { resolve } from '$lib/facts/extract/coreference';
import { resolveDefinites } from '$lib/facts/extract/definites';
import { Doc } from '$lib/facts/extract/doc';
import { findNames } from '$lib/facts/extract/names';
import { joinParsed } from '$lib/language/join';
import type { Parsed } from '$lib/language/parsed';
import { parserFromDisk } from '../src/cli/language';

interface Gold {
	text: string;
	/** Start of each paragraph in the text, and its end. */
	paragraphs: { start: number; end: number }[];
	/** By place in the text: the chains of the mentions that a word stands in, the innermost last. */
	chains: Map<number, string[]>;
}

const KINDS: [string, RegExp][] = [
	['he', /^(he|him|his)$/i],
	['she', /^(she|her|hers)$/i],
	['it', /^(it|its)$/i],
	['they', /^(they|them|their|theirs)$/i]
];

const [file] = process.argv.slice(2);
if (!file)
	throw new Error(
		'Of which text? Say `npm run coreference -- gum-dev.conllu.gz`, a file of UD English GUM.'
	);
const loaded = await parserFromDisk();
if (!loaded.ok) throw new Error(loaded.error.message);
const count: Record<string, { all: number; given: number; right: number }> = {};
for (const gold of documentsOf(gunzipSync(readFileSync(file)).toString('utf8'))) {
	const parts = gold.paragraphs.map(({ start, end }): { parsed: Parsed; start: number } => ({
		parsed: loaded.value(gold.text.slice(start, end)),
		start
	}));
	const doc = new Doc(joinParsed(gold.text, parts));
	const article = readPasted(gold.text);
	const names = findNames(doc, article.ok ? article.value.title : '');
	const { referents } = resolveDefinites(doc, names, resolve(doc, names));
	doc.tokens.forEach((token, i) => {
		const kind = KINDS.find(
			([, pattern]) => pattern.test(token.text) && /^PRP/.test(token.tag)
		)?.[0];
		const chain = gold.chains.get(token.start)?.at(-1);
		if (!kind || !chain) return;
		const entry = (count[kind] ??= { all: 0, given: 0, right: 0 });
		entry.all++;
		const entity = referents.get(i);
		if (entity === undefined) return;
		entry.given++;
		const named = [...names.at].filter(([, mention]) => mention.entity === entity);
		if (named.some(([at]) => gold.chains.get(doc.at(at).start)?.includes(chain))) entry.right++;
	});
}
for (const [kind, { all, given, right }] of Object.entries(count))
	console.log(
		JSON.stringify({
			kind,
			all,
			given,
			precision: +(right / Math.max(1, given)).toFixed(3),
			recall: +(right / all).toFixed(3)
		})
	);

function documentsOf(conllu: string): Gold[] {
	return conllu
		.split(/^# newdoc id = /m)
		.slice(1)
		.map((part) => {
			const gold: Gold = { text: '', paragraphs: [], chains: new Map() };
			const open: string[] = [];
			for (const block of part.split('\n\n')) {
				const sentence = /^# text = (.*)$/m.exec(block)?.[1];
				if (sentence === undefined) continue;
				if (/^# newpar/m.test(block) || !gold.paragraphs.length) {
					gold.text += gold.text ? '\n' : '';
					gold.paragraphs.push({ start: gold.text.length, end: gold.text.length });
				} else gold.text += ' ';
				const base = gold.text.length;
				gold.text += sentence;
				gold.paragraphs.at(-1)!.end = gold.text.length;
				let at = 0;
				for (const line of block.split('\n').filter((one) => /^\d+\t/.test(one))) {
					const [, form = '', , , , , , , , misc = ''] = line.split('\t');
					const start = sentence.indexOf(form, at);
					at = start + form.length;
					const brackets = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
					for (const [, id] of brackets.matchAll(/\(([^-()]+)-/g)) open.push(id!);
					gold.chains.set(base + start, [...open]);
					// What opens and closes on the same word is closed by the bracket at its end.
					for (const [, whole, id] of brackets.matchAll(
						/\(([^-()]+)-[^()]*\)|(?<![\w(-])([^-()]+)\)/g
					)) {
						const closed = open.lastIndexOf(whole ?? id ?? '');
						if (closed >= 0) open.splice(closed, 1);
					}
				}
			}
			return gold;
		});
}
