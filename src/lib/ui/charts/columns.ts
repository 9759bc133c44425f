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

const FOOT = 26;
/** Room over the scale: for the number on a column, and above it for what the scale counts. */
const TOP = 20;
const UNIT = 16;
/** A tick's words need this much room, in pixels. */
const ROOM = 58;

/** Columns over a scale from 0, `width` pixels wide. Ticks that would touch another are left out. */
export function drawColumns(columns: readonly Column[], width: number, unit = false): Drawn {
	const height = Math.round(Math.min(250, Math.max(170, width * 0.4)));
	const base = height - FOOT;
	const top = unit ? TOP + UNIT : TOP;
	const grid = ticksTo(Math.max(...columns.map((column) => column.value), 1));
	const most = grid.at(-1) ?? 1;
	const left = 12 + 8 * String(most).length;
	const pitch = (width - left) / columns.length;
	const thick = Math.min(32, Math.max(2, pitch * 0.72));
	const y = (value: number) => base - (value / most) * (base - top);
	const middle = (n: number) => left + (n + 0.5) * pitch;

	/** What a column's words take, kept within the picture. */
	const placed = columns.flatMap((column, n) => {
		if (column.tick === undefined) return [];
		const from = Math.min(Math.max(middle(n) - ROOM / 2, left), width - ROOM);
		return [{ from, text: column.tick, strong: column.strong !== undefined, middle: middle(n) }];
	});
	const now = placed.find(({ strong }) => strong);
	let free = -Infinity;
	const ticks = placed.flatMap((tick): Drawn['ticks'] => {
		const { from, text, strong } = tick;
		if (tick !== now && (from < free || (now && Math.abs(from - now.from) < ROOM))) return [];
		free = from + ROOM;
		const anchor = from === left ? 'start' : from === width - ROOM ? 'end' : 'middle';
		const x = { start: left, middle: tick.middle, end: width }[anchor];
		return [{ x: at(x), text, anchor, strong }];
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
