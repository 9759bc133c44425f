/** `npm run generate -- FILE [--json] [--seed N] [--top N]`: questions from any English text, best first. */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPasted } from '$lib/article/pasted';
import { grindAll, type Shown } from '$lib/questions/grind';
import { parserFromDisk } from './language';

function stop(message: string): never {
	console.error(message);
	process.exit(1);
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: 'boolean', default: false },
		seed: { type: 'string', default: '1' },
		top: { type: 'string', default: '10' }
	}
});
const [file] = positionals;
const top = Number(values.top);
if (!file) stop('Which text? Say `npm run generate -- FILE`.');
if (!Number.isInteger(top) || top < 1)
	stop(`--top is a whole number from 1; it was “${values.top}”.`);
if (!existsSync(file)) stop(`There is no file “${file}”.`);
const article = readPasted(readFileSync(file, 'utf8'));
if (!article.ok) stop(article.error.message);
const parser = await parserFromDisk();
if (!parser.ok) stop(parser.error.message);
const ground = grindAll(article.value, parser.value, { seed: values.seed, top });
if (!ground.ok) stop(ground.error.message);
const { deck, questions } = ground.value;
console.log(
	values.json
		? JSON.stringify({ article: deck.article, facts: deck.facts, questions }, null, '\t')
		: asText(questions)
);

function asText(shown: readonly Shown[]): string {
	const lines = [deck.article.title, `${deck.facts.length} facts, ${shown.length} questions`];
	if (shown.length < top) lines.push(`Fewer than ${top} questions are good enough to be shown.`);
	for (const [i, question] of shown.entries()) {
		lines.push('', `${i + 1}. ${question.stem}`);
		for (const option of question.options)
			lines.push(`   ${option.correct ? '✓' : '·'} ${option.text}`);
		if (!question.options.length) lines.push(`   → ${[question.key].flat().join(' | ')}`);
		lines.push(
			`   ${question.kind}, ${Math.round(question.probability * 100)} %: “${question.evidence[0]?.quote ?? ''}”`
		);
	}
	return lines.join('\n');
}
