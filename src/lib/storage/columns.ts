/** A column of numbers: in the narrowest array that holds them all, or once where they are all the same. */
export type Numbers = number | Int8Array | Int16Array | Int32Array | Float64Array;

const WHOLE = [Int8Array, Int16Array, Int32Array] as const;

export function pack(values: readonly number[]): Numbers {
	const [first] = values;
	if (first !== undefined && values.every((value) => Object.is(value, first))) return first;
	const Fitting = WHOLE.find((Narrow) => {
		const cell = new Narrow(1);
		return values.every((value) => {
			cell[0] = value;
			return Object.is(cell[0], value);
		});
	});
	return (Fitting ?? Float64Array).from(values);
}

/** @returns `undefined` for anything that is no column of that many numbers */
export function unpack(column: unknown, count: number): ArrayLike<number> | undefined {
	if (typeof column === 'number') return new Float64Array(count).fill(column);
	const isColumn = [...WHOLE, Float64Array].some((Kind) => column instanceof Kind);
	return isColumn && (column as Float64Array).length === count
		? (column as Float64Array)
		: undefined;
}

/** Values by their place, each once. */
export interface Table<T> {
	values: T[];
	place(value: T): number;
}

export function table<T>(keyOf: (value: T) => string): Table<T> {
	const places = new Map<string, number>();
	const values: T[] = [];
	return {
		values,
		place(value) {
			const key = keyOf(value);
			const known = places.get(key);
			if (known !== undefined) return known;
			places.set(key, values.length);
			return values.push(value) - 1;
		}
	};
}
