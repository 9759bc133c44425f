/**
 * `npm run simulate`: what is remembered of 200 facts over 90 days, and with how many reviews, as Quern plans them, as
 * Anki's SM-2, at fixed intervals, and without any. With `--write` it draws the pictures in `docs/memory` and puts the
 * tables into `docs/memory.md`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { linesOf, pointsOf } from './simulation/pictures';
import { PACES, PLANNERS } from './simulation/planners';
import { DAYS } from './simulation/run';
import { rowOf, table } from './simulation/table';

const FILE = 'docs/memory.md';
const USUAL = { strength: 1, days: DAYS };

const rows = PLANNERS.map((planner) => rowOf(planner, USUAL));
const paces = PACES.map((planner) => rowOf(planner, USUAL));
const others = (world: Partial<typeof USUAL>): string =>
	table(PLANNERS.map((planner) => rowOf(planner, { ...USUAL, ...world })));
const tables: Record<string, string> = {
	usual: table([...rows, ...paces]),
	/** A first memory half as strong as FSRS takes it to be, and twice as strong. */
	weak: others({ strength: 0.5 }),
	strong: others({ strength: 2 }),
	year: others({ days: 365 })
};
for (const [name, text] of Object.entries(tables)) console.log(`${name}\n${text}\n`);

if (process.argv.includes('--write')) {
	mkdirSync('docs/memory', { recursive: true });
	writeFileSync('docs/memory/known.svg', linesOf(rows));
	writeFileSync('docs/memory/worth.svg', pointsOf([...rows, ...paces]));
	const written = Object.entries(tables).reduce(
		(text, [name, rows]) => {
			const [from, to] = [`<!-- simulation: ${name} -->`, '<!-- end -->'];
			const start = text.indexOf(from);
			const end = text.indexOf(to, start);
			if (start < 0 || end < 0) throw new Error(`${FILE} has no place for the table “${name}”.`);
			return `${text.slice(0, start)}${from}\n\n${rows}\n\n${text.slice(end)}`;
		},
		readFileSync(FILE, 'utf8')
	);
	writeFileSync(FILE, written);
}
