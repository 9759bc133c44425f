import { at, ticksTo } from './scale';

/** One column of a chart: how high it stands, and what it says. */
export interface Column {
	value: number;
	/** The column in words: "24 November: 4 facts". */
	says: string;
	/** Written under it. */
	tick?: string;
	/** Filled, with its value above it. */
	strong?: string;
}

export interface Drawn {
	height: number;
	/** Where the columns stand, and where they begin. */
	base: number;
	left: number;
	rects: { x: number; y: number; width: number; height: number; column: Column }[];
	grid: { y: number; value: number }[];
	ticks: { x: number; text: string; anchor: 'start' | 'middle' | 'end'; strong: boolean }[];
}

const TOP = 34;
const FOOT = 26;
/** A tick's words need this much room, in pixels. */
const ROOM = 58;

/** Columns over a scale from 0, `width` pixels wide. Ticks that would touch the one before are left out. */
export function drawColumns(columns: readonly Column[], width: number): Drawn {
	const height = Math.round(Math.min(250, Math.max(170, width * 0.4)));
	const base = height - FOOT;
	const grid = ticksTo(Math.max(...columns.map((column) => column.value), 1));
	const most = grid.at(-1) ?? 1;
	const left = 12 + 8 * String(most).length;
	const pitch = (width - left) / columns.length;
	const thick = Math.min(32, Math.max(2, pitch * 0.72));
	const y = (value: number) => base - (value / most) * (base - TOP);
	const middle = (n: number) => left + (n + 0.5) * pitch;

	let free = -Infinity;
	const ticks = columns.flatMap((column, n): Drawn['ticks'] => {
		if (column.tick === undefined) return [];
		const strong = column.strong !== undefined;
		const x = middle(n);
		const anchor = x < left + ROOM / 2 ? 'start' : x > width - ROOM / 2 ? 'end' : 'middle';
		const from = anchor === 'start' ? left : anchor === 'end' ? width - ROOM : x - ROOM / 2;
		if (from < free) return [];
		free = from + ROOM;
		const place = anchor === 'start' ? left : anchor === 'end' ? width : x;
		return [{ x: at(place), text: column.tick, anchor, strong }];
	});
	return {
		height,
		base,
		left,
		rects: columns.map((column, n) => ({
			x: at(middle(n) - thick / 2),
			y: at(y(column.value)),
			width: at(thick),
			height: at(base - y(column.value)),
			column
		})),
		grid: grid.map((value) => ({ value, y: at(y(value)) })),
		ticks
	};
}
