import { KERNEL } from './kernel';

/**
 * Memory of floats, and the operations that take the time. Addresses count floats from the start of the
 * memory. What is reserved stays; what `scratch` gives, its next call may take back.
 */
export interface Arithmetic extends Operations {
	/** The whole memory; renewed when it grows, so never kept. */
	readonly floats: Float32Array;
	reserve(size: number): number;
	scratch(size: number): number;
}

interface Operations {
	/**
	 * `y[i, j] = Σ x[i · stride + k] · w[j, k]` for `count` rows i, `rows` rows j and k up to `width`, a multiple
	 * of 4. Rows of `x` may overlap.
	 */
	multiply(
		x: number,
		stride: number,
		count: number,
		w: number,
		rows: number,
		width: number,
		y: number
	): void;
	/** `to[k] += from[k]` for k up to `width`, a multiple of 4. */
	add(from: number, to: number, width: number): void;
	/**
	 * A maxout of three pieces and a layer norm, added to what stands at `y`: the largest of every three of `x` + `bias`,
	 * their mean made 0 and their variance 1, times `gain`, plus `shift`; `width` of them, at most `WIDEST`.
	 */
	settle(x: number, bias: number, gain: number, shift: number, width: number, y: number): void;
}

const WIDEST = 128;
const PIECES = 3;
const EPSILON = 1e-8;

/** WebAssembly's vectors where the engine has them, else plain script: four times slower, the same to a rounding. */
export function createArithmetic(): Arithmetic {
	try {
		return vectorArithmetic();
	} catch {
		return scriptArithmetic();
	}
}

const PAGE = 65_536 / Float32Array.BYTES_PER_ELEMENT;

/** Throws where the engine has no WebAssembly, no vectors in it, or a policy that forbids it. */
function vectorArithmetic(): Arithmetic {
	const bytes = Uint8Array.from(atob(KERNEL), (character) => character.charCodeAt(0));
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
	const memory = exports['memory'] as WebAssembly.Memory;
	const multiply = exports['multiply'] as Operations['multiply'];
	const add = exports['add'] as Operations['add'];
	const settle = exports['settle'] as (...addresses: number[]) => void;
	let floats = new Float32Array(memory.buffer);
	const { reserve, scratch } = room((size) => {
		if (size <= floats.length) return;
		memory.grow(Math.ceil((size - floats.length) / PAGE));
		floats = new Float32Array(memory.buffer);
	});
	const doubles = reserve(2 * WIDEST);
	return {
		reserve,
		scratch,
		get floats() {
			return floats;
		},
		multiply: (x, stride, count, w, rows, width, y) => {
			multiply(4 * x, 4 * stride, count, 4 * w, rows, 4 * width, 4 * y);
		},
		add: (from, to, width) => add(4 * from, 4 * to, 4 * width),
		settle: (x, bias, gain, shift, width, y) =>
			settle(4 * x, 4 * bias, 4 * gain, 4 * shift, 4 * width, 4 * y, 4 * doubles)
	};
}

export function scriptArithmetic(): Arithmetic {
	let floats = new Float32Array(PAGE);
	const best = new Float64Array(WIDEST);
	return {
		...room((size) => {
			if (size <= floats.length) return;
			const larger = new Float32Array(Math.max(size, 1.5 * floats.length));
			larger.set(floats);
			floats = larger;
		}),
		get floats() {
			return floats;
		},
		multiply: (x, stride, count, w, rows, width, y) => {
			for (let i = 0; i < count; i++)
				for (let j = 0; j < rows; j++)
					floats[y + i * rows + j] = product(floats, x + i * stride, w + j * width, width);
		},
		add: (from, to, width) => {
			for (let k = 0; k < width; k++) floats[to + k]! += floats[from + k]!;
		},
		settle: (x, bias, gain, shift, width, y) => {
			const piece = (k: number): number => floats[x + k]! + floats[bias + k]!;
			let mean = 0;
			for (let j = 0; j < width; j++) {
				const k = PIECES * j;
				best[j] = Math.max(piece(k), piece(k + 1), piece(k + 2));
				mean += best[j]!;
			}
			mean /= width;
			let variance = 0;
			for (let j = 0; j < width; j++) variance += (best[j]! - mean) * (best[j]! - mean);
			const scale = 1 / Math.sqrt(variance / width + EPSILON);
			for (let j = 0; j < width; j++)
				floats[y + j]! += (best[j]! - mean) * scale * floats[gain + j]! + floats[shift + j]!;
		}
	};
}

function product(floats: Float32Array, x: number, w: number, width: number): number {
	let a = 0;
	let b = 0;
	let c = 0;
	let d = 0;
	for (let k = 0; k < width; k += 4) {
		a += floats[x + k]! * floats[w + k]!;
		b += floats[x + k + 1]! * floats[w + k + 1]!;
		c += floats[x + k + 2]! * floats[w + k + 2]!;
		d += floats[x + k + 3]! * floats[w + k + 3]!;
	}
	return a + c + (b + d);
}

function room(ensure: (size: number) => void): Pick<Arithmetic, 'reserve' | 'scratch'> {
	let used = 0;
	return {
		reserve(size) {
			const at = used;
			used += Math.ceil(size / 4) * 4;
			ensure(used);
			return at;
		},
		scratch(size) {
			ensure(used + size);
			return used;
		}
	};
}
