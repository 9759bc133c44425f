/**
 * `npm run quality`: what readers said, a line of JSON each: of the shipped questions by deck, and of the questions that
 * the engine made of articles by set and cut-off (questions estimated lower are left out).
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readVerdicts, summarise } from './verdicts';

/** Texts in each set; those without a question count as well. */
const TEXTS = 15;
const CUT_OFFS = [0.4, 0.5, 0.6, 0.65, 0.7, 0.75];

const namesIn = (folder: string): string[] =>
	readdirSync(join(import.meta.dirname, folder))
		.map((file) => file.replace(/\.jsonl$/, ''))
		.sort();

for (const deck of namesIn('verdicts'))
	console.log(JSON.stringify({ deck, ...summarise(readVerdicts(deck)) }));
for (const set of namesIn('articles'))
	for (const cutOff of CUT_OFFS) {
		const shown = readVerdicts(set, 'articles').filter(
			({ probability = 0 }) => probability >= cutOff
		);
		if (!shown.length) continue;
		const summary = summarise(shown);
		const good = (summary.acceptedByBoth * shown.length) / TEXTS;
		const rounded = (value: number) => Number(value.toFixed(3));
		console.log(
			JSON.stringify({
				set,
				cutOff,
				judged: summary.judged,
				acceptedBy: summary.acceptedBy.map(rounded),
				acceptedByBoth: rounded(summary.acceptedByBoth),
				goodEach: rounded(good),
				kappa: rounded(summary.kappa),
				failures: summary.failures
			})
		);
	}
