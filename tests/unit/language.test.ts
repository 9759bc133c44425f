import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parserFromDisk } from '../../src/cli/language';
import { createArithmetic, scriptArithmetic } from '$lib/language/model/arithmetic';
import { KERNEL } from '$lib/language/model/kernel';
import { WEIGHTS } from '$lib/language/weights';
import { readWeights, type Header } from '$lib/language/model/weights';
import { loadParser } from '$lib/language/load';
import type { Parser } from '$lib/language/parse';
import { assemble } from '../kernel';

type Row = [string, string, string, string, number, string, string];
const reference = JSON.parse(
	readFileSync('tests/fixtures/language/pakistan-azerbaijan.json', 'utf8')
) as { rows: Row[] };
const { text } = (
	JSON.parse(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8')) as {
		article: { text: string };
	}
).article;

let parse: Parser;
beforeAll(async () => {
	const parser = await parserFromDisk();
	if (!parser.ok) throw new Error(parser.error.message);
	parse = parser.value;
});

describe('the parser against spaCy’s own output', () => {
	const rowsOf = (lines: string[]): Row[] =>
		lines.flatMap((line) =>
			parse(line).tokens.map((token, i): Row => {
				const name = token.entity && `${token.entityStart ? 'B' : 'I'}-${token.entity}`;
				const { text: word, lemma, tag, pos, head, dep } = token;
				return [word, lemma, tag, pos, head - i, dep, name];
			})
		);

	test('cuts the article into the same tokens', () => {
		expect(rowsOf(text.split('\n')).map(([word]) => word)).toEqual(
			reference.rows.map(([word]) => word)
		);
	});

	test('agrees on lemmas, tags, heads, labels and names of at least 99 of 100 tokens', () => {
		const rows = rowsOf(text.split('\n'));
		const same = rows.filter((row, i) => JSON.stringify(row) === JSON.stringify(reference.rows[i]));
		expect(same.length / rows.length).toBeGreaterThanOrEqual(0.99);
	});
});

test('whatever is written, tokens stand where they say and every head is a token', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (written) => {
			const { tokens, sentences } = parse(written);
			for (const token of tokens) {
				expect(written.slice(token.start, token.end)).toBe(token.text);
				expect(tokens[token.head]).toBeDefined();
			}
			expect(sentences.map(({ start }) => start)).toEqual(
				sentences.length ? [0, ...sentences.slice(0, -1).map(({ end }) => end)] : []
			);
		}),
		{ numRuns: 300 }
	);
}, 60_000);

describe('arithmetic', () => {
	test('the module is what its source describes', async () => {
		expect(await assemble()).toBe(KERNEL);
	});

	test('with and without vectors the products are the same to a rounding', () => {
		const products = [createArithmetic(), scriptArithmetic()].map((arithmetic) => {
			const x = arithmetic.reserve(40);
			const w = arithmetic.reserve(24);
			const y = arithmetic.reserve(21);
			arithmetic.floats.set(
				Array.from({ length: 40 }, (_, i) => Math.sin(i)),
				x
			);
			arithmetic.floats.set(
				Array.from({ length: 24 }, (_, i) => Math.cos(i)),
				w
			);
			// Seven overlapping rows of eight, three rows of weights.
			arithmetic.multiply(x, 4, 7, w, 3, 8, y);
			return Array.from(arithmetic.floats.subarray(y, y + 21));
		});
		const [vectors, script] = products as [number[], number[]];
		vectors.forEach((value, i) => expect(value).toBeCloseTo(script[i]!, 5));
		expect(new Set(vectors.map((value) => value.toFixed(3))).size).toBeGreaterThan(15);
	});

	test('adds, and settles a layer, to the last bit as script does', () => {
		const rows = [createArithmetic(), scriptArithmetic()].map((arithmetic) => {
			const [x, bias, gain, shift, y] = [24, 24, 8, 8, 8].map((size) =>
				arithmetic.reserve(size)
			) as [number, number, number, number, number];
			for (let i = x; i < y + 8; i++) arithmetic.floats[i] = Math.sin(i - x);
			arithmetic.settle(x, bias, gain, shift, 8, y);
			arithmetic.add(gain, y, 8);
			return Array.from(arithmetic.floats.subarray(y, y + 8));
		});
		expect(rows[0]).toEqual(rows[1]);
		expect(new Set(rows[0]).size).toBe(8);
	});
});

test('no affix is cut off a word in plain letters, which the tokenizer therefore does not look at', () => {
	const { tokenizer, lemmas } = headerOf(readFileSync(`static${WEIGHTS.path}`));
	const affixes = [tokenizer.prefix, tokenizer.suffix, tokenizer.infix].map(
		(affix) => new RegExp(affix, 'u')
	);
	const words = Object.values(lemmas).flatMap(({ index }) => index.split(' '));
	const cut = words
		.flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
		.filter((word) => /^[A-Za-z]+$/.test(word) && affixes.some((affix) => affix.test(word)));
	expect(words.length).toBeGreaterThan(50_000);
	expect(cut).toEqual([]);
});

function headerOf(packed: Uint8Array): Header {
	const file = gunzipSync(packed);
	return JSON.parse(file.subarray(8, 8 + file.readUInt32LE(4)).toString()) as Header;
}

describe('weights that are not right', () => {
	const damaged = async (bytes: Uint8Array<ArrayBuffer>) => {
		const loaded = await loadParser(bytes);
		return loaded.ok ? undefined : loaded.error.code;
	};

	test('an empty file, a text and half a file are told from weights', async () => {
		const packed = new Uint8Array(readFileSync(`static${WEIGHTS.path}`));
		expect(await damaged(new Uint8Array(0))).toBe('weights-damaged');
		expect(await damaged(new TextEncoder().encode('no such page'))).toBe('weights-damaged');
		expect(await damaged(packed.slice(0, packed.length / 2))).toBe('weights-damaged');
	});

	test('a file of another format, or cut off in the middle of a tensor, is refused', () => {
		const file = (header: object, size: number) => {
			const json = new TextEncoder().encode(JSON.stringify(header));
			const bytes = new Uint8Array(8 + json.length + size);
			bytes.set(new TextEncoder().encode('QERN'));
			new DataView(bytes.buffer).setUint32(4, json.length, true);
			bytes.set(json, 8);
			return readWeights(bytes.buffer, scriptArithmetic()).ok;
		};
		expect(file({ format: 2, tensors: {} }, 0)).toBe(false);
		expect(file({ format: 1, tensors: { w: { shape: [2, 4], f32: 0 } } }, 16)).toBe(false);
		expect(file({ format: 1, tensors: { w: { shape: [2, 4], f32: 0 } } }, 40)).toBe(true);
	});
});
