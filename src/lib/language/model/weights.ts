import { fail, ok, type Result } from '$lib/result';
import type { Arithmetic } from './arithmetic';

/** A tensor in the file: offsets in bytes from the end of the header; `i8` has a scale for every row. */
interface Stored {
	shape: number[];
	f32?: number;
	i8?: number;
	scale?: number;
}

export interface RulerPattern {
	patterns: Record<string, unknown>[][];
	attrs: Partial<Record<'TAG' | 'POS' | 'MORPH' | 'LEMMA' | 'DEP', string>>;
	index: number;
}

export interface LemmaTable {
	rules: [string, string][];
	exceptions: Record<string, string[]>;
	/** Dictionary forms, parted by spaces. */
	index: string;
}

export interface Header {
	format: number;
	features: Record<'main' | 'names', { column: number; seed: number }[]>;
	tags: string[];
	moves: Record<'parser' | 'names', string[]>;
	ruler: RulerPattern[];
	tokenizer: Record<'prefix' | 'suffix' | 'infix' | 'url', string> & {
		rules: Record<string, [string, string?][]>;
	};
	symbols: Record<string, number>;
	norms: Record<string, string>;
	lemmas: Record<'noun' | 'verb' | 'adj' | 'adv' | 'punct', LemmaTable>;
	/** The reader's words, parted by spaces, and the labels that it knows; none in a file with the parser alone. */
	reader?: { words: string; labels: Record<'dep' | 'entity' | 'tag', string[]> };
	tensors: Record<string, Stored>;
}

/** A tensor in the arithmetic's memory: `at` counts floats. Rows are all but the last axis together. */
export interface Tensor {
	at: number;
	rows: number;
	width: number;
}

export interface Weights {
	header: Header;
	tensor(name: string): Tensor;
	/** A copy of its numbers. */
	numbers(name: string): Float32Array;
}

const MAGIC = 'QERN';
const FORMAT = 1;

export const damaged = fail({
	code: 'weights-damaged',
	message:
		'The language model is damaged: it is not the file that this version of the app expects. Fetch it again.'
});

/** Reads the unpacked file of `static/weights` into the memory of `arithmetic`, with int8 made floats again. */
export function readWeights(file: ArrayBuffer, arithmetic: Arithmetic): Result<Weights> {
	if (file.byteLength < 8) return damaged;
	const view = new DataView(file);
	const magic = String.fromCharCode(...new Uint8Array(file, 0, 4));
	const length = view.getUint32(4, true);
	if (magic !== MAGIC || 8 + length > file.byteLength) return damaged;
	let header: Header;
	try {
		header = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 8, length))) as Header;
	} catch {
		return damaged;
	}
	if (header.format !== FORMAT) return damaged;
	const base = 8 + length + ((4 - ((8 + length) % 4)) % 4);
	const tensors = new Map<string, Tensor>();
	for (const [name, stored] of Object.entries(header.tensors)) {
		const width = stored.shape[stored.shape.length - 1]!;
		const size = stored.shape.reduce((product, side) => product * side, 1);
		const end = base + (stored.f32 === undefined ? stored.i8! + size : stored.f32 + 4 * size);
		if (end > file.byteLength) return damaged;
		tensors.set(name, { at: place(file, base, stored, size, width), rows: size / width, width });
	}

	function place(data: ArrayBuffer, from: number, stored: Stored, size: number, width: number) {
		const at = arithmetic.reserve(size);
		const floats = arithmetic.floats.subarray(at, at + size);
		if (stored.f32 !== undefined) {
			floats.set(new Float32Array(data, from + stored.f32, size));
			return at;
		}
		const whole = new Int8Array(data, from + stored.i8!, size);
		const scale = new Float32Array(data, from + stored.scale!, size / width);
		for (let i = 0; i < size; i++) floats[i] = whole[i]! * scale[(i / width) | 0]!;
		return at;
	}

	const tensor = (name: string): Tensor => {
		const found = tensors.get(name);
		if (!found) throw new Error(`No tensor “${name}”.`);
		return found;
	};
	return ok({
		header,
		tensor,
		numbers(name) {
			const { at, rows, width } = tensor(name);
			return arithmetic.floats.slice(at, at + rows * width);
		}
	});
}
