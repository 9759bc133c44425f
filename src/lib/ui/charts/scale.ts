/** Round numbers from 0 up to at least `max`, about `wanted` of them, all whole. */
export function ticksTo(max: number, wanted = 3): number[] {
	const rough = Math.max(1, max / wanted);
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((n) => n * power).find((one) => one >= rough) ?? rough;
	const count = Math.max(1, Math.ceil(max / step));
	return Array.from({ length: count + 1 }, (_, n) => n * step);
}

/** Two decimals are enough for a picture, and keep the page short. */
export const at = (value: number): number => Math.round(value * 100) / 100;

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** A chance that something is known: never a certainty. */
export const chance = (share: number): string => percent(Math.min(share, 0.99));
