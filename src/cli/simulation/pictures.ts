import { DAYS, FACTS } from './run';
import { SEEDS, type Row } from './table';

const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 60;
const RIGHT = 210;
const TOP = 64;
const BOTTOM = 56;
/** One a planner, so that the lines can be told apart without their colours. */
const DASHES = ['', '9 4', '2 4', '12 4 2 4', '1 6'];

const across = (share: number): number => LEFT + share * (WIDTH - LEFT - RIGHT);
const up = (share: number): number => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
const px = (value: number): string => value.toFixed(1);
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const text = (x: number, y: number, words: string, more = ''): string =>
	`<text x="${px(x)}" y="${px(y)}" ${more}>${escaped(words)}</text>`;

/** Colours of their own for either theme, since a page that shows the file has no say in them. */
const STYLE = `<style>
	svg { --paper: #fdfcf9; --ink: #1c1a17; --faint: #d9d4ca; --quiet: #5c574e; --c0: #0b5c4b; --c1: #9a3412; --c2: #4a4a8a; --c3: #8a5a00; --c4: #6b6b6b; }
	@media (prefers-color-scheme: dark) {
		svg { --paper: #171614; --ink: #ece7dd; --faint: #3d3a35; --quiet: #b0a99c; --c0: #6fd3b8; --c1: #f2a37e; --c2: #b0b0f5; --c3: #e3bd62; --c4: #a8a8a8; }
	}
	text { font: 14px system-ui, sans-serif; fill: var(--ink); stroke: var(--paper); stroke-width: 4px; paint-order: stroke; }
	.title { font-size: 17px; font-weight: 600; }
	.quiet { fill: var(--quiet); }
	.grid { stroke: var(--faint); }
	.line { fill: none; stroke-width: 2.5; }
</style>`;

function frame(title: string, description: string, inside: readonly string[]): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title description">`,
		`<title id="title">${escaped(title)}</title>`,
		`<desc id="description">${escaped(description)}</desc>`,
		STYLE,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="var(--paper)"/>`,
		text(20, 32, title, 'class="title"'),
		...inside,
		'</svg>',
		''
	].join('\n');
}

/** Lines and names of one axis; `at`: where a value is, from 0 to 1. */
const rules = (values: readonly number[], at: (value: number) => number, unit: string): string[] =>
	values.flatMap((value) => {
		const y = up(at(value));
		return [
			`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${px(y)}" y2="${px(y)}"/>`,
			text(LEFT - 8, y + 5, `${value}${unit}`, 'text-anchor="end" class="quiet"')
		];
	});
const marks = (
	values: readonly number[],
	at: (value: number) => number,
	name: string
): string[] => [
	...values.map((value) =>
		text(
			across(at(value)),
			HEIGHT - BOTTOM + 22,
			String(value),
			'text-anchor="middle" class="quiet"'
		)
	),
	text(across(0.5), HEIGHT - 12, name, 'text-anchor="middle" class="quiet"')
];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** How likely a fact is to be known, day by day, a line a planner. */
export function linesOf(rows: readonly Row[]): string {
	const y = (known: number) => (known - 0.4) / 0.6;
	const lines = rows.map(({ known }, n) => {
		const points = known.map((share, day) => `${px(across(day / (DAYS - 1)))},${px(up(y(share)))}`);
		return `<polyline class="line" stroke="var(--c${n})" stroke-dasharray="${DASHES[n]}" points="${points.join(' ')}"/>`;
	});
	// Names at the ends of the lines, but never on top of each other.
	const ends = rows
		.map(({ name, end }, n) => ({ name, n, share: end.mean, at: up(y(end.mean)) }))
		.sort((a, b) => a.at - b.at);
	let free = TOP - 14;
	const names = ends.flatMap(({ name, n, share, at }) => {
		const label = Math.max(at, free);
		free = label + 34;
		const x = WIDTH - RIGHT;
		return [
			`<path class="line" stroke="var(--c${n})" style="stroke-width:1" d="M${x} ${px(at)}L${x + 14} ${px(label)}"/>`,
			text(x + 18, label + 4, name),
			text(x + 18, label + 20, percent(share), 'class="quiet"')
		];
	});
	return frame(
		'How likely a fact is to be known, day by day',
		`Average over ${FACTS} facts, ten begun a day, and ${SEEDS} runs. On the morning after day ${DAYS}: ${rows
			.map(({ name, end }) => `${name} ${percent(end.mean)}`)
			.join(', ')}.`,
		[
			...rules([40, 50, 60, 70, 80, 90, 100], (value) => y(value / 100), ' %'),
			...marks([1, 15, 30, 45, 60, 75, 90], (day) => (day - 1) / (DAYS - 1), 'day'),
			...lines,
			...names
		]
	);
}

/** What a review is worth: reviews a fact against how likely it is to be known; the paces of the app are joined. */
export function pointsOf(rows: readonly Row[]): string {
	const shown = rows.filter(({ reviews }) => reviews.mean > 0);
	const x = (reviews: number) => (reviews - 3) / 9;
	const y = (known: number) => (known - 0.86) / 0.12;
	const place = ({ reviews, average }: Row) =>
		[across(x(reviews.mean)), up(y(average.mean))] as const;
	const own = shown.filter(({ name }) => name.startsWith('Quern'));
	const joined = own.map(place).sort(([a], [b]) => a - b);
	return frame(
		'What the reviews are worth',
		`${shown
			.map(
				(row) =>
					`${row.name}: ${row.reviews.mean.toFixed(2)} reviews a fact, known ${percent(row.average.mean)}`
			)
			.join('; ')}.`,
		[
			...rules([86, 88, 90, 92, 94, 96, 98], (value) => y(value / 100), ' %'),
			...marks([3, 4, 5, 6, 7, 8, 9, 10, 11, 12], x, 'reviews a fact in 90 days'),
			text(20, 52, 'chance of knowing a fact, on an average day', 'class="quiet"'),
			`<polyline class="line" stroke="var(--c0)" points="${joined.map((point) => point.map(px).join()).join(' ')}"/>`,
			...shown.flatMap((row) => {
				const [cx, cy] = place(row);
				const isOwn = own.includes(row);
				return [
					isOwn
						? `<circle cx="${px(cx)}" cy="${px(cy)}" r="6" fill="var(--c0)"/>`
						: `<rect x="${px(cx - 5)}" y="${px(cy - 5)}" width="10" height="10" fill="var(--c1)"/>`,
					isOwn
						? text(cx - 11, cy - 7, row.name, 'text-anchor="end"')
						: isAbove(joined, cx, cy)
							? text(cx, cy - 12, row.name, 'text-anchor="middle"')
							: text(cx + 11, cy + 5, row.name)
				];
			})
		]
	);
}

/** Whether a point lies above a line, so that its name goes there too and not across it. */
function isAbove(line: readonly (readonly [number, number])[], x: number, y: number): boolean {
	const next = line.findIndex(([at]) => at >= x);
	const [from, to] = [line[next - 1], line[next]];
	if (!from || !to) return false;
	return y < from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0]);
}
