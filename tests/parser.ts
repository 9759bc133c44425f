/** How far the runtime agrees with spaCy's own parses: `npm run parser -- [--float] FILE.json…` */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Token } from '$lib/language/parsed';
import { parserFromDisk } from '../src/cli/language';

const FIELDS = ['tag', 'pos', 'lemma', 'dep', 'entity', 'entityStart'] as const;

const files = process.argv.slice(2).filter((name) => name !== '--float');
const exact = process.argv.includes('--float');
const parser = await parserFromDisk(
	exact ? new URL('../training/en-float.qern', import.meta.url) : undefined
);
if (!parser.ok) throw new Error(parser.error.message);

const other: Record<string, number> = Object.fromEntries(
	['tokens', 'head', ...FIELDS].map((field) => [field, 0])
);
let count = 0;
let spent = 0;
for (const file of files) {
	const { text, tokens } = JSON.parse(readFileSync(file, 'utf8')) as {
		text: string;
		tokens: Token[];
	};
	let next = 0;
	let position = 0;
	for (const line of text.split('\n')) {
		const first = next;
		while (next < tokens.length && tokens[next]!.start < position + line.length) next++;
		position += line.length + 1;
		const expected = tokens.slice(first, next);
		const start = performance.now();
		const parsed = parser.value(line).tokens;
		spent += performance.now() - start;
		count += expected.length;
		if (expected.some((token, i) => token.text !== parsed[i]?.text)) {
			other['tokens']! += expected.length;
			continue;
		}
		expected.forEach((token, i) => {
			const own = parsed[i]!;
			if (token.head - first !== own.head) other['head']!++;
			for (const field of FIELDS) if (token[field] !== own[field]) other[field]!++;
		});
	}
}
console.log(
	JSON.stringify(
		{ tokens: count, other, perSecond: Math.round((1000 * count) / spent) },
		null,
		'\t'
	)
);
