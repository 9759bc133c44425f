import { FACTS, simulate, type Outcome, type Planner, type World } from './run';

export const SEEDS = 20;

/** What came of a planner over all seeds. */
export interface Row {
	name: string;
	/** By day from 1: the mean over the seeds. */
	known: number[];
	/** The chance of knowing a fact on an average day, on the morning after the last, and reviews a fact. */
	average: Spread;
	end: Spread;
	reviews: Spread;
	busiest: Spread;
}

interface Spread {
	mean: number;
	least: number;
	most: number;
}

export function rowOf(planner: Planner, world: World): Row {
	const runs = Array.from({ length: SEEDS }, (_, n) => simulate(planner, `seed ${n}`, world));
	const over = (measure: (run: Outcome) => number): Spread => {
		const values = runs.map(measure);
		return { mean: mean(values), least: Math.min(...values), most: Math.max(...values) };
	};
	return {
		name: planner.name,
		known: (runs[0] as Outcome).known.map((_, day) =>
			mean(runs.map(({ known }) => known[day] as number))
		),
		average: over(({ known }) => mean(known)),
		end: over(({ known }) => known.at(-1) as number),
		reviews: over(({ reviews }) => reviews / FACTS),
		busiest: over(({ busiest }) => busiest)
	};
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

const percent = ({ mean, least, most }: Spread): string =>
	`${(100 * mean).toFixed(1)} % (${(100 * least).toFixed(1)}–${(100 * most).toFixed(1)})`;
const number = ({ mean, least, most }: Spread, digits: number): string =>
	`${mean.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;

/** As a table in Markdown: the mean of the seeds, and in brackets the least and the most. */
export function table(rows: readonly Row[]): string {
	const cells = [
		['', 'known on average', 'known at the end', 'reviews a fact', 'answers on the busiest day'],
		...rows.map(({ name, average, end, reviews, busiest }) => [
			name,
			percent(average),
			percent(end),
			number(reviews, 2),
			number(busiest, 0)
		])
	];
	const widths = (cells[0] ?? []).map((_, column) =>
		Math.max(3, ...cells.map((row) => (row[column] ?? '').length))
	);
	const line = (row: readonly string[], fill: string) =>
		`| ${widths.map((width, column) => (row[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
	const [head = [], ...body] = cells.map((row) => line(row, ' '));
	return [head, line([], '-'), ...body].join('\n');
}
