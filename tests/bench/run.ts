/**
 * `npm run bench`: one JSON line a figure. `npm run bench -- NAME` takes those named; with `--check` it fails
 * where a figure is over its limit, and says so.
 */
import { coldStart } from './cold-start';
import type { Benchmark, Figure } from './figure';
import { language } from './language';
import { replaying } from './replay';
import { size } from './size';
import { storage } from './storage';

const BENCHMARKS: Record<string, Benchmark> = {
	size,
	'cold-start': coldStart,
	language,
	replay: replaying,
	storage
};

const asked = process.argv.slice(2).filter((name) => name !== '--check');
const unknown = asked.filter((name) => !(name in BENCHMARKS));
if (unknown.length) {
	console.error(
		`There is no benchmark called ${unknown.join(', ')}: ${Object.keys(BENCHMARKS).join(', ')}`
	);
	process.exit(1);
}

const over: string[] = [];
for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
	if (asked.length && !asked.includes(name)) continue;
	for await (const { limit, ...figure } of benchmark()) {
		console.log(JSON.stringify(figure satisfies Figure));
		if (figure.ratio > limit)
			over.push(
				`${figure.name}: ${figure.ratio} is over ${limit} (${figure.value} ${figure.unit})`
			);
	}
}
if (process.argv.includes('--check') && over.length) {
	console.error(over.join('\n'));
	process.exitCode = 1;
}
