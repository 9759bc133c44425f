import { describe, expect, test } from 'vitest';
import { createArithmetic, scriptArithmetic, type Arithmetic } from './arithmetic';
import { createReader, TOLD, type Seen } from './reader';
import type { Header, Weights } from './weights';

const [WIDTH, WORD, INNER, PLACES, HEADS] = [16, 8, 24, 4, 4];
const LABELS = { dep: ['nsubj'], entity: ['GPE'], tag: ['NN', 'VBD'] };
const VOCABULARY = ['ship', 'sink'];

type Matrix = number[][];
const matrix = (rows: number, width: number, seed: number): Matrix =>
	Array.from({ length: rows }, (_, i) =>
		Array.from({ length: width }, (_, k) => Math.sin(1.7 * seed + 3.1 * i + 0.9 * k * (i + 2)))
	);

const SHAPES: Record<string, [rows: number, width: number]> = {
	words: [VOCABULARY.length + 256, WORD],
	'embed/W': [WIDTH, WORD],
	'embed/b': [1, WIDTH],
	told: [TOLD, WIDTH],
	place: [PLACES, WIDTH],
	part: [3, WIDTH],
	dep: [2, WIDTH],
	entity: [2, WIDTH],
	tag: [3, WIDTH],
	'last/G': [1, WIDTH],
	'last/b': [1, WIDTH]
};
for (const [part, inner] of [
	['attention', 3 * WIDTH],
	['forward', INNER]
] as const) {
	const narrow = part === 'attention' ? WIDTH : INNER;
	SHAPES[`0/${part}/norm/G`] = [1, WIDTH];
	SHAPES[`0/${part}/norm/b`] = [1, WIDTH];
	SHAPES[`0/${part}/in/W`] = [inner, WIDTH];
	SHAPES[`0/${part}/in/b`] = [1, inner];
	SHAPES[`0/${part}/out/W`] = [WIDTH, narrow];
	SHAPES[`0/${part}/out/b`] = [1, WIDTH];
}
const TENSORS = new Map(
	Object.entries(SHAPES).map(([name, [rows, width]], i) => [name, matrix(rows, width, i)])
);
const of = (name: string): Matrix => TENSORS.get(name)!;

function weightsIn(arithmetic: Arithmetic): Weights {
	const placed = new Map(
		[...TENSORS].map(([name, rows]) => {
			const at = arithmetic.reserve(rows.flat().length);
			arithmetic.floats.set(rows.flat(), at);
			return [`reader/${name}`, { at, rows: rows.length, width: rows[0]!.length }];
		})
	);
	const tensors = Object.fromEntries([...placed.keys()].map((name) => [name, { shape: [] }]));
	const header = { tensors, reader: { words: VOCABULARY.join(' '), labels: LABELS } };
	return {
		header: header as unknown as Header,
		tensor: (name) => placed.get(name)!,
		numbers: () => new Float32Array()
	};
}

/** The same in plain words, from the paper’s formulas. */
function readPlainly(seen: readonly Seen[]): Matrix {
	const plus = (...rows: number[][]) => rows[0]!.map((_, k) => rows.reduce((s, r) => s + r[k]!, 0));
	const dot = (a: number[], b: number[]) => a.reduce((sum, v, k) => sum + v * b[k]!, 0);
	const apply = (name: string, x: number[]) =>
		of(`${name}/W`).map((row, j) => dot(row, x) + of(`${name}/b`)[0]![j]!);
	const norm = (name: string, x: number[]) => {
		const mean =
			dot(
				x,
				x.map(() => 1)
			) / x.length;
		const spread = Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / x.length + 1e-5);
		return x.map(
			(v, k) => ((v - mean) / spread) * of(`${name}/G`)[0]![k]! + of(`${name}/b`)[0]![k]!
		);
	};
	const rowOf = (word: string) => {
		const known = VOCABULARY.indexOf(word);
		const ending = [...word.slice(-3)].reduce((h, c) => (h * 131 + c.charCodeAt(0)) % 256, 0);
		return of('words')[known < 0 ? VOCABULARY.length + ending : known]!;
	};
	const count = [0, 0, 0];
	let x = seen.map(({ word, part, told, dep, entity, tag }) =>
		plus(
			apply('embed', rowOf(word)),
			of('place')[Math.min(count[part]!++, PLACES - 1)]!,
			of('part')[part]!,
			of('dep')[LABELS.dep.indexOf(dep) + 1]!,
			of('entity')[LABELS.entity.indexOf(entity) + 1]!,
			of('tag')[LABELS.tag.indexOf(tag) + 1]!,
			...told.map((value, k) => of('told')[k]!.map((v) => v * value))
		)
	);
	const each = WIDTH / HEADS;
	const asked = x.map((row) => apply('0/attention/in', norm('0/attention/norm', row)));
	const taken = asked.map((own) =>
		Array.from({ length: HEADS }, (_, head) => {
			const slice = (row: number[], which: number) =>
				row.slice(which * WIDTH + head * each, which * WIDTH + (head + 1) * each);
			const powers = asked.map((other) =>
				Math.exp(dot(slice(own, 0), slice(other, 1)) / Math.sqrt(each))
			);
			const total = powers.reduce((a, b) => a + b);
			return plus(...asked.map((other, j) => slice(other, 2).map((v) => (v * powers[j]!) / total)));
		}).flat()
	);
	x = x.map((row, i) => plus(row, apply('0/attention/out', taken[i]!)));
	x = x.map((row) => {
		const inner = apply('0/forward/in', norm('0/forward/norm', row));
		return plus(
			row,
			apply(
				'0/forward/out',
				inner.map((v) => Math.max(0, v))
			)
		);
	});
	return x.map((row) => norm('last', row));
}

const seenOf = (word: string, part: Seen['part'], more: Partial<Seen> = {}): Seen => ({
	word,
	part,
	dep: '',
	entity: '',
	tag: '',
	told: [0, 0, 0, 0, 0, 0, 0, 0],
	...more
});

describe.each<[string, () => Arithmetic]>([
	['with vectors', createArithmetic],
	['in plain script', scriptArithmetic]
])('the reader, %s', (_, arithmetic) => {
	test.each([1, 3, 4, 7])('says what the formulas say, of %i words', (length) => {
		const words = [
			seenOf('titanic', 0),
			seenOf('ship', 1, { dep: 'nsubj', tag: 'NN', told: [1, 0, 1, 0.5, 0, 0, 0.3, 1] }),
			seenOf('sink', 2, { tag: 'VBD', told: [1, 1, 0, 0, 0, 0.1, 0, 0] }),
			seenOf('norway', 2, { entity: 'GPE', dep: 'pobj', tag: 'NNP' }),
			...['in', 'deep', 'water'].map((word) => seenOf(word, 2))
		].slice(0, length);
		const memory = arithmetic();
		const read = createReader(memory, weightsIn(memory));
		const vectors = read(words);
		expect(read.width).toBe(WIDTH);
		expect(vectors).toHaveLength(length * WIDTH);
		readPlainly(words)
			.flat()
			.forEach((value, i) => expect(vectors[i]).toBeCloseTo(value, 3));
		// What was read before leaves nothing behind.
		expect(read(words)).toEqual(vectors);
	});

	test('is missed in a sentence where the file has the parser alone', () => {
		const memory = arithmetic();
		const { header, ...rest } = weightsIn(memory);
		const { reader: _reader, ...alone } = header;
		const read = createReader(memory, { ...rest, header: alone });
		expect(() => read([])).toThrow('This file has the parser alone, and no reader.');
	});
});
