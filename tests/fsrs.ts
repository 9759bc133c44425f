/**
 * How far our schedules are from those of FSRS in Rust: `npm run fsrs`. With `--write NAME` it keeps some hundred
 * histories and what Rust says of them in `tests/fixtures/fsrs/NAME.jsonl`, for machines that can't run it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { apart, histories, rustFsrs, type Frozen, type State } from './harness/rust-fsrs';

const COUNT = 50_000;
const FROZEN = 200;

const rust = rustFsrs();
if (!rust) {
	console.error('There is no FSRS in Rust for this machine.');
	process.exit(1);
}
const name = process.argv.includes('--write') ? process.argv.at(-1) : undefined;
if (name) {
	const file = `tests/fixtures/fsrs/${name}.jsonl`;
	if (existsSync(file)) throw new Error(`${file} is there already; fixtures are never changed.`);
	const lines = [...histories(name, FROZEN)].map((history) =>
		JSON.stringify({ ...history, states: rust(history).map(asWritten) } satisfies Frozen)
	);
	writeFileSync(file, `${lines.join('\n')}\n`);
}

/** Nine digits say a number of single precision exactly. */
function asWritten(state: State): State {
	const [stability, difficulty, interval] = [state.stability, state.difficulty, state.interval].map(
		(value) => Number(value.toPrecision(9))
	) as [number, number, number];
	return { stability, difficulty, interval };
}

/** By the length of Rust's interval in days. */
const LENGTHS = [10, 100, 365, 1000, 10_000, Infinity];
const most = LENGTHS.map(() => ({ answers: 0, days: 0, share: 0, wholeDays: 0 }));
for (const history of histories('fsrs', COUNT))
	for (const { interval, days, share, sameDay } of apart(history, rust(history))) {
		const row = most[LENGTHS.findIndex((length) => interval <= length)];
		if (!row) continue;
		row.answers++;
		row.days = Math.max(row.days, days);
		row.share = Math.max(row.share, share);
		if (!sameDay) row.wholeDays++;
	}
console.log(
	`${COUNT} histories; Rust’s interval, answers, most days apart, the same as a share of the interval, rounded to another day`
);
for (const [n, { answers, days, share, wholeDays }] of most.entries())
	console.log(
		`up to ${LENGTHS[n]} days: ${answers}, ${days.toExponential(1)}, ${share.toExponential(1)}, ${wholeDays}`
	);
