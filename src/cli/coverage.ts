/** `npm run coverage -- SLUG`: the facts that the engine finds in a shipped deck's article against the reviewed ones. */
import { existsSync, readFileSync } from 'node:fs';
import { coverageOf } from '$lib/facts/coverage';
import type { Fact } from '$lib/facts/fact';
import { parseDeck } from '$lib/formats/deck';
import { grindAll } from '$lib/questions/grind';
import { statement } from '$lib/questions/wording/statement';
import { parserFromDisk } from './language';

function stop(message: string): never {
	console.error(message);
	process.exit(1);
}

const slug = process.argv[2] ?? '';
const file = new URL(`../../questions/${slug}/deck.json`, import.meta.url);
if (!/^[a-z0-9-]+$/.test(slug) || !existsSync(file))
	stop(`There is no deck “${slug}”. Say \`npm run coverage -- pakistan-azerbaijan\`.`);
const deck = parseDeck(readFileSync(file, 'utf8'));
if (!deck.ok) stop(deck.error.message);
const parser = await parserFromDisk();
if (!parser.ok) stop(parser.error.message);
const ground = grindAll(deck.value.article, parser.value);
if (!ground.ok) stop(ground.error.message);

const reviewed = deck.value.facts.filter((fact) => !fact.derivedBy);
const own = ground.value.deck.facts;
const { found, missed, unmatched } = coverageOf(reviewed, own);
const list = (facts: readonly Fact[], entities: typeof deck.value.entities) =>
	facts.map(
		(fact) => `    ${statement(fact, new Map(entities.map((entity) => [entity.id, entity])))}`
	);
const share = (part: number, whole: number) =>
	`${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;
console.log(
	[
		`Recall: ${share(found.length, reviewed.length)} of the reviewed facts are found`,
		`Precision: ${share(own.length - unmatched.length, own.length)} of the engine’s facts are among them`,
		'Missed:',
		...list(missed, deck.value.entities),
		'Found and not among the reviewed:',
		...list(unmatched, ground.value.deck.entities)
	].join('\n')
);
