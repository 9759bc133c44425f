/** What a benchmark tells, one line each. */
export interface Figure {
	name: string;
	value: number;
	unit: string;
	/** What it is compared with: a limit, or the same measure of something simpler. */
	against: number;
	/** `value / against` */
	ratio: number;
}

export interface Measured extends Figure {
	/** The ratio that must not be exceeded. */
	limit: number;
}

/** Measures, and gives each figure as soon as it is known. */
export type Benchmark = () => AsyncIterable<Measured>;

export const compared = (
	name: string,
	value: number,
	unit: string,
	against: number,
	limit: number
): Measured => ({ name, value, unit, against, ratio: +(value / against).toFixed(3), limit });

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
	return (low + high) / 2;
}
