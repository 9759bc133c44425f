/** What is told beside what is asked: in the article's words, by its speakers, no surer than it is. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { parserFromDisk } from '../../src/cli/language';
import { coverageOf } from '$lib/facts/coverage';
import { extract } from '$lib/facts/extract/extract';
import type { Fact } from '$lib/facts/fact';
import { parseDeck } from '$lib/formats/deck';
import type { Parser } from '$lib/language/parse';
import { generate } from '$lib/questions/generate';
import { grindAll } from '$lib/questions/grind';
import { statement } from '$lib/questions/wording/statement';

let parse: Parser;
beforeAll(async () => {
	const parser = await parserFromDisk();
	if (!parser.ok) throw new Error(parser.error.message);
	parse = parser.value;
});

function read(text: string): { asked: string[]; told: string[]; facts: Fact[] } {
	const { entities, facts, told } = extract(parse(text));
	const known = new Map(entities.map((entity) => [entity.id, entity]));
	const say = (all: readonly Fact[]) => all.map((fact) => statement(fact, known));
	return { asked: say(facts), told: say(told), facts: told };
}

test.each([
	[
		'a definite that only the article explains',
		'Norway and Denmark have talked for years. Each side has different plans for the port of Oslo.',
		'Each side has different plans for the port of Oslo.'
	],
	[
		'an existence',
		'There are doubts about the safety of the old bridge in Oslo.',
		'There are doubts about the safety of the old bridge in Oslo.'
	],
	[
		'what a span of time has seen',
		'The last 12 months have seen a sharp rise in thefts from museums.',
		'The last 12 months have seen a sharp rise in thefts from museums.'
	],
	[
		'the ground of what only seems so',
		'Sales seem to have fallen after Norway bought two ferries from Denmark.',
		'Norway bought two ferries from Denmark.'
	],
	[
		'what holds under what a phrase names',
		'The minister signed a contract under which Danish firms would build two ferries in Oslo.',
		'Under a contract, Danish firms would build two ferries in Oslo.'
	],
	[
		'what is denied beside what is stated',
		'The union includes Norway, but not Denmark.',
		'The union does not include Denmark.'
	],
	[
		'the rank before a name',
		'The rescue was led by retired Colonel Anna Berg.',
		'Anna Berg is a retired Colonel.'
	],
	[
		'the kind of a thing by its name',
		'Norway has ordered the F-35 fighter jet.',
		'The F-35 is a fighter jet.'
	],
	[
		'what an apposition makes the most of',
		'The harbour was closed after the storm of 1987, the worst disaster since the war.',
		'The storm of 1987 was the worst disaster since the war.'
	]
])('tells %s', (_, text, fact) => {
	expect(read(text).told).toContain(fact);
});

test('a quotation is its speaker’s, sentence by sentence, with when it was said', () => {
	const { told } = read(
		'“Norway has very good ferries. We can build more of them together,” Anna Berg said during a visit to Oslo.'
	);
	expect(told).toContain('Anna Berg said “Norway has very good ferries” during a visit to Oslo.');
	expect(told).toContain(
		'Anna Berg said “We can build more of them together” during a visit to Oslo.'
	);
});

test('what somebody says is told as said, with its “not” and its condition', () => {
	const { told } = read(
		'Norway refused to pay, saying that Oslo will not do so until Denmark gives up its claim to the island.'
	);
	expect(told.join(' ')).toMatch(
		/said that Oslo will not do so until Denmark gives up its claim to the island/
	);
	expect(told).not.toContain('Denmark gives up its claim to the island.');
});

test('a wish is not told as a deed, nor a condition as what is', () => {
	const { asked, told } = read(
		'Norway intended to sell the ferry to Denmark. If Denmark pays, the two sides would build a bridge.'
	);
	expect([...asked, ...told].join(' ')).not.toMatch(/Norway sold|Denmark pays/);
});

test('“along with” goes on with the list', () => {
	const { asked } = read('Norway chose Paris for its show, along with London, Madrid and Rome.');
	expect(asked.join(' ')).toMatch(/chose Paris, London, Madrid and Rome/);
});

test('from somebody’s perspective, “it” is that one', () => {
	const { asked } = read('From Norway’s perspective, it needs new ferries for Bergen.');
	expect(asked.join(' ')).toMatch(/Norway needs new ferries/);
});

test('an office with its country before a name is a fact', () => {
	const { asked } = read(
		'Norway’s Prime Minister Anna Berg visited Paris in 2014. Anna Berg lives in Oslo.'
	);
	expect(asked).toContain('Anna Berg is Norway’s Prime Minister.');
});

test('no question is made of what is only told', () => {
	const text =
		'There are 40 doubts about the safety of the bridge. Each side has 12 ferries, Anna Berg said in Oslo.';
	const { entities, told } = extract(parse(text));
	expect(told.length).toBeGreaterThan(0);
	const article = { title: 'A text', language: 'en', text };
	const deck = { slug: 'a-text', article, reviewed: false as const, entities, facts: told };
	expect(generate(deck)).toEqual([]);
});

test('of ten facts that a person found in an article, eight are found, and few others', () => {
	const deck = parseDeck(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8'));
	if (!deck.ok) throw new Error(deck.error.message);
	const ground = grindAll(deck.value.article, parse);
	if (!ground.ok) throw new Error(ground.error.message);
	const reviewed = deck.value.facts.filter((fact) => !fact.derivedBy);
	const own = ground.value.deck.facts;
	const { found, unmatched } = coverageOf(reviewed, own);
	expect(found.length / reviewed.length).toBeGreaterThanOrEqual(0.8);
	expect(1 - unmatched.length / own.length).toBeGreaterThanOrEqual(0.9);
}, 30_000);
