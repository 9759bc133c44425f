/** `npm run deck -- SLUG [--json] [--seed N]`: a shipped deck's facts by paragraph and all its questions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { paragraphAt, paragraphs } from '$lib/article/paragraphs';
import type { Deck } from '$lib/facts/deck';
import { parseDeck } from '$lib/formats/deck';
import { generate } from '$lib/questions/generate';
import type { Question } from '$lib/questions/question';
import { statement } from '$lib/questions/wording/statement';

const folder = new URL('../../questions/', import.meta.url);

function stop(message: string): never {
	console.error(message);
	process.exit(1);
}

function questionLines(question: Question): string[] {
	const mark = (correct: boolean) => (correct ? '✓' : '·');
	return [
		`    ${question.kind.padEnd(7)} ${question.id}  ${question.stem}`,
		`            → ${[question.key].flat().join(' | ')}${question.variants.length ? `  (also: ${question.variants.join(', ')})` : ''}`,
		...question.options.map(
			(option) => `            ${mark(option.correct)} ${option.text} — ${option.reason}`
		)
	];
}

function asText(deck: Deck, questions: readonly Question[]): string {
	const entities = new Map(deck.entities.map((entity) => [entity.id, entity]));
	const body = paragraphs(deck.article);
	const lines = [deck.article.title, `${deck.facts.length} facts, ${questions.length} questions`];
	for (const paragraph of body) {
		lines.push('', `¶ ${paragraph.number}`);
		for (const fact of deck.facts) {
			const [evidence] = fact.evidence;
			if (!evidence || paragraphAt(body, evidence) !== paragraph) continue;
			lines.push(
				'',
				`  ${fact.id}${fact.derivedBy ? ` (derived: ${fact.derivedBy})` : ''}: ${statement(fact, entities)}`
			);
			for (const quote of fact.evidence)
				lines.push(`    “${quote.quote}” [${quote.start}, ${quote.end})`);
			for (const question of questions)
				if (question.factId === fact.id) lines.push(...questionLines(question));
		}
	}
	return lines.join('\n');
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } }
});
const slugs = readdirSync(folder);
const [slug] = positionals;
if (!slug) stop(`Which deck? Say \`npm run deck -- SLUG\`. There is: ${slugs.join(', ')}.`);
const file = new URL(`${slug}/deck.json`, folder);
if (!/^[a-z0-9-]+$/.test(slug) || !existsSync(file))
	stop(`There is no deck “${slug}”. There is: ${slugs.join(', ')}.`);
const read = parseDeck(readFileSync(file, 'utf8'));
if (!read.ok) stop(`${read.error.message}${read.error.where ? ` (${read.error.where})` : ''}`);
const deck = read.value;
const questions = generate(deck, values.seed);
console.log(
	values.json
		? JSON.stringify({ article: deck.article, facts: deck.facts, questions }, null, '\t')
		: asText(deck, questions)
);
