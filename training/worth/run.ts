/**
 * `npm run worth -- gum-train.conllu.gz [FILE.txt…] [--write]`: fits the model of worth on the verdicts in `verdicts/`, whose
 * questions are made again from the treebank’s texts (not part of the project), and prints how well it tells good
 * questions from bad ones in texts that it has not seen. `--write` puts the weights where the app reads them.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPasted } from '$lib/article/pasted';
import { generate } from '$lib/questions/generate';
import { grindAll } from '$lib/questions/grind';
import { FEATURES } from '$lib/questions/worth/features';
import { featured } from '$lib/questions/worth/worth';
import { parserFromDisk } from '../../src/cli/language';
import { crossValidated, fit, type Sample } from './logistic';
import { textsOf } from './texts';
import { nameOf, readVerdicts } from './verdicts';

const FOLDS = 10;
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { write: { type: 'boolean', default: false } }
});
if (!positionals.length)
	throw new Error('Which treebank? Say `npm run worth -- gum-train.conllu.gz`.');
const loaded = await parserFromDisk();
if (!loaded.ok) throw new Error(loaded.error.message);
const parse = loaded.value;

const verdicts = readVerdicts();

const samples: Sample[] = [];
for (const [text, written] of textsOf(positionals)) {
	const said = new Map<string, boolean[]>();
	for (const one of verdicts.filter((verdict) => verdict.text === text))
		said.set(nameOf(one), [...(said.get(nameOf(one)) ?? []), one.accept]);
	const article = said.size ? readPasted(written) : undefined;
	if (!article?.ok) continue;
	const ground = grindAll(article.value, parse);
	if (!ground.ok) continue;
	const { deck, extracted } = ground.value;
	const questions = generate(deck);
	for (const { question, features } of featured(extracted, questions, deck.article.title, parse))
		for (const accepted of question.kind === 'cloze' ? [] : (said.get(nameOf(question)) ?? []))
			samples.push({ x: FEATURES.map((name) => features[name]), accepted, text });
}

console.log(
	`${samples.length} of ${verdicts.length} verdicts are on questions that are still made; ${share(samples.map(({ accepted }) => accepted))} accepted.`
);
const score = (chances: readonly number[]) =>
	samples.reduce((sum, { accepted }, i) => sum + (chances[i]! - Number(accepted)) ** 2, 0) /
	samples.length;
const tried = [1, 3, 10, 30, 100].map((penalty) => {
	const chances = crossValidated(samples, penalty, FOLDS);
	return { penalty, chances, brier: score(chances) };
});
const [best] = tried.toSorted((a, b) => a.brier - b.brier);
const { penalty, chances, brier } = best!;
console.log(`Penalty ${penalty}: Brier ${brier.toFixed(3)}, AUC ${areaUnder(chances).toFixed(3)}.`);
console.log('estimated | questions | accepted');
for (let from = 0; from < 1; from += 0.1) {
	const inside = samples.filter((_, i) => chances[i]! >= from && chances[i]! < from + 0.1);
	console.log(
		`${from.toFixed(1)} to ${(from + 0.1).toFixed(1)} | ${inside.length} | ${share(inside.map(({ accepted }) => accepted))}`
	);
}
console.log('cut-off | questions | accepted');
for (const cutOff of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]) {
	const above = samples.filter((_, i) => chances[i]! >= cutOff);
	console.log(`${cutOff} | ${above.length} | ${share(above.map(({ accepted }) => accepted))}`);
}
const weights = fit(samples, penalty);
const named = Object.fromEntries(FEATURES.map((name, i) => [name, Number(weights[i]!.toFixed(3))]));
console.log(
	Object.entries(named)
		.toSorted((a, b) => b[1] - a[1])
		.map(([name, weight]) => `${weight}\t${name}`)
		.join('\n')
);
if (values.write)
	writeFileSync(
		new URL('../../src/lib/questions/worth/weights.ts', import.meta.url),
		`// Written by \`npm run worth -- … --write\`.
import type { FeatureName } from './features';

/** Weights of a logistic model of whether a reader accepts a question. */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
${Object.entries(named)
	.map(([name, weight]) => `\t${/^[a-z]+$/.test(name) ? name : `'${name}'`}: ${weight}`)
	.join(',\n')}
};
`
	);

/** Probability that an accepted question is estimated higher than a rejected one. */
function areaUnder(chances: readonly number[]): number {
	const of = (wanted: boolean) => chances.filter((_, i) => samples[i]!.accepted === wanted);
	const [good, bad] = [of(true), of(false)];
	let won = 0;
	for (const g of good) for (const b of bad) won += g > b ? 1 : g === b ? 0.5 : 0;
	return won / Math.max(1, good.length * bad.length);
}

function share(all: readonly boolean[]): string {
	return all.length ? `${((100 * all.filter(Boolean).length) / all.length).toFixed(1)} %` : '–';
}
