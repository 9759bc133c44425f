import type { Arithmetic } from './arithmetic';
import type { Header, Tensor, Weights } from './weights';

/** What the reader sees of a word. */
export interface Seen {
	/** Its dictionary form in small letters. */
	word: string;
	dep: string;
	/** Type of the name that it belongs to, else ''. */
	entity: string;
	tag: string;
	/** Where it stands: 0 in the title, 1 in the sentence before, 2 in the sentence itself. */
	part: 0 | 1 | 2;
	/** `TOLD` numbers that tell how it stands in its article. */
	told: readonly number[];
}

/** Vectors of words in their sentences, `width` floats each, a word after the other. */
export interface Reader {
	(words: readonly Seen[]): Float32Array;
	width: number;
}

const HEADS = 4;
/** Numbers of `told`. */
export const TOLD = 8;
/** Rows of the table of words that those share by their endings which it does not have. */
const ENDINGS = 256;
const EPSILON = 1e-5;

interface Linear {
	w: Tensor;
	b: Tensor;
}

interface Norm {
	gain: Tensor;
	shift: Tensor;
}

interface Layer {
	before: Norm;
	into: Linear;
	out: Linear;
	attends: boolean;
}

/**
 * A small transformer encoder (pre-norm, https://arxiv.org/abs/2002.04745) over words that the parser has read: taught by a
 * larger one, then fitted on readers' labels, see `training/`.
 */
export function createReader(arithmetic: Arithmetic, weights: Weights): Reader {
	const { header } = weights;
	if (!header.reader) return Object.assign(unread, { width: 0 });
	const tensor = (name: string): Tensor => weights.tensor(`reader/${name}`);
	const linear = (name: string): Linear => ({ w: tensor(`${name}/W`), b: tensor(`${name}/b`) });
	const norm = (name: string): Norm => ({ gain: tensor(`${name}/G`), shift: tensor(`${name}/b`) });
	const embed = embedding(arithmetic, header.reader, tensor, linear);
	const { width } = embed;
	const each = width / HEADS;
	const layers: Layer[] = [];
	for (let i = 0; header.tensors[`reader/${i}/attention/in/W`]; i++)
		for (const part of ['attention', 'forward'])
			layers.push({
				before: norm(`${i}/${part}/norm`),
				into: linear(`${i}/${part}/in`),
				out: linear(`${i}/${part}/out`),
				attends: part === 'attention'
			});
	const last = norm('last');
	const widest = Math.max(...layers.map(({ into }) => into.w.rows));

	const read = (seen: readonly Seen[]): Float32Array => {
		const count = seen.length;
		const padded = Math.ceil(count / 4) * 4;
		const size = padded * width;
		// The words, what goes into a layer, what it makes of it, and room for a head.
		const x = arithmetic.scratch(3 * size + padded * (widest + 3 * each + padded));
		const normed = x + size;
		const desk = normed + size;
		const wide = desk + size;
		const room = wide + padded * widest;
		embed(seen, x, desk);
		for (const { before, into, out, attends } of layers) {
			settle(x, normed, count, before);
			apply(into, normed, count, wide);
			if (attends) for (let head = 0; head < HEADS; head++) attend(head, count, wide, normed, room);
			else rectify(wide, count * into.w.rows);
			apply(out, attends ? normed : wide, count, desk);
			arithmetic.add(desk, x, size);
		}
		settle(x, normed, count, last);
		return arithmetic.floats.slice(normed, normed + count * width);
	};
	return Object.assign(read, { width });

	function apply({ w, b }: Linear, from: number, count: number, to: number): void {
		arithmetic.multiply(from, w.width, count, w.at, w.rows, w.width, to);
		for (let i = 0; i < count; i++) arithmetic.add(b.at, to + i * w.rows, w.rows);
	}

	/** Each row's mean made 0 and its variance 1, times gain, plus shift. */
	function settle(from: number, to: number, count: number, { gain, shift }: Norm): void {
		const { floats } = arithmetic;
		for (let at = 0; at < count * width; at += width) {
			let mean = 0;
			for (let k = 0; k < width; k++) mean += floats[from + at + k]!;
			mean /= width;
			let variance = 0;
			for (let k = 0; k < width; k++) variance += (floats[from + at + k]! - mean) ** 2;
			const scale = 1 / Math.sqrt(variance / width + EPSILON);
			for (let k = 0; k < width; k++)
				floats[to + at + k] =
					(floats[from + at + k]! - mean) * scale * floats[gain.at + k]! + floats[shift.at + k]!;
		}
	}

	function rectify(at: number, size: number): void {
		const { floats } = arithmetic;
		for (let i = at; i < at + size; i++) if (floats[i]! < 0) floats[i] = 0;
	}

	/** What every word takes from the others by one head: `wide` has queries, keys and values of all heads in a row. */
	function attend(head: number, count: number, wide: number, to: number, room: number): void {
		const { floats } = arithmetic;
		const padded = Math.ceil(count / 4) * 4;
		const keys = room;
		const values = keys + padded * each;
		const sums = values + padded * each;
		const shares = sums + padded * each;
		const row = 3 * width;
		const queries = wide + head * each;
		// Keys and values of 0 beyond the words: nothing is taken from there.
		floats.fill(0, keys, sums);
		for (let i = 0; i < count; i++)
			for (let k = 0; k < each; k++) {
				floats[keys + i * each + k] = floats[queries + i * row + width + k]!;
				floats[values + k * padded + i] = floats[queries + i * row + 2 * width + k]!;
			}
		arithmetic.multiply(queries, row, count, keys, padded, each, shares);
		for (let i = 0; i < count; i++) soften(shares + i * padded, count);
		arithmetic.multiply(shares, padded, count, values, each, padded, sums);
		for (let i = 0; i < count; i++)
			for (let k = 0; k < each; k++)
				floats[to + i * width + head * each + k] = floats[sums + i * each + k]!;
	}

	/** Softmax of `count` numbers. */
	function soften(at: number, count: number): void {
		const { floats } = arithmetic;
		let most = -Infinity;
		for (let j = 0; j < count; j++) most = Math.max(most, floats[at + j]!);
		let total = 0;
		for (let j = 0; j < count; j++) {
			const power = Math.exp((floats[at + j]! - most) / Math.sqrt(each));
			floats[at + j] = power;
			total += power;
		}
		for (let j = 0; j < count; j++) floats[at + j]! /= total;
	}
}

const unread = (): never => {
	throw new Error('This file has the parser alone, and no reader.');
};

/** Writes the vectors that words have of themselves to `to`; `desk` is room for their rows of the table. */
function embedding(
	arithmetic: Arithmetic,
	{ words, labels }: NonNullable<Header['reader']>,
	tensor: (name: string) => Tensor,
	linear: (name: string) => Linear
) {
	const known = new Map(words.split(' ').map((word, i) => [word, i]));
	const table = tensor('words');
	const { w, b } = linear('embed');
	const width = w.rows;
	const told = tensor('told');
	const places = tensor('place');
	const parts = tensor('part');
	const kinds = (['dep', 'entity', 'tag'] as const).map((name) => ({
		name,
		table: tensor(name),
		rows: new Map(labels[name].map((label, i) => [label, i + 1]))
	}));
	const embed = (seen: readonly Seen[], to: number, desk: number): void => {
		const { floats } = arithmetic;
		seen.forEach(({ word }, i) => {
			const from = table.at + (known.get(word) ?? known.size + endingOf(word)) * table.width;
			floats.copyWithin(desk + i * table.width, from, from + table.width);
		});
		arithmetic.multiply(desk, table.width, seen.length, w.at, width, table.width, to);
		const placed = [0, 0, 0];
		seen.forEach((one, i) => {
			const at = to + i * width;
			const add = (row: number): void => arithmetic.add(row, at, width);
			const place = Math.min(placed[one.part]!++, places.rows - 1);
			add(b.at);
			add(places.at + place * width);
			add(parts.at + one.part * width);
			for (const { name, table: own, rows } of kinds)
				add(own.at + (rows.get(one[name]) ?? 0) * width);
			for (let k = 0; k < TOLD; k++) {
				const value = one.told[k]!;
				if (value)
					for (let j = 0; j < width; j++)
						floats[at + j]! += value * floats[told.at + k * width + j]!;
			}
		});
	};
	return Object.assign(embed, { width });
}

/** The row, from 0, that a word has by its last three letters. */
function endingOf(word: string): number {
	let row = 0;
	for (const letter of [...word].slice(-3)) row = (row * 131 + letter.codePointAt(0)!) % ENDINGS;
	return row;
}
