import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeck, readDeck } from './deck';

const good = () => JSON.parse(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8'));
const message = (file: unknown): string => {
	const read = readDeck(file);
	return read.ok ? '' : `${read.error.message} @ ${read.error.where ?? ''}`;
};

describe('a deck file that can’t be used says what is wrong, where, and what to do', () => {
	test('no JSON at all', () => {
		const read = parseDeck('{"format": "quern-deck", ');
		expect(read.ok).toBe(false);
		if (!read.ok) expect(read.error.message).toMatch(/damaged.*character 25.*Get the file again/);
	});
	test('another program’s file', () =>
		expect(message({ cards: [] })).toMatch(/not a Quern deck.*\.quern\.json/));
	test('no version', () =>
		expect(message({ ...good(), version: undefined })).toMatch(/which version/));
	test('a version from the future', () =>
		expect(message({ ...good(), version: 9 })).toMatch(
			/newer Quern \(file version 9; this one reads up to 1\)\. Update/
		));
	test('a field that is missing', () => {
		const file = good();
		delete file.article.title;
		expect(message(file)).toMatch(/should have a text at article\.title.*@ article\.title/);
	});
	test('a field that nobody knows', () => {
		const file = good();
		file.facts[0].colour = 'red';
		expect(message(file)).toMatch(/unknown field “colour” at facts\.0/);
	});
	test('a quote that is not in the text', () => {
		const file = good();
		file.facts[2].evidence[0].quote = 'Nobody said this';
		expect(message(file)).toMatch(
			/“Nobody said this” does not stand in the article at \d+ to \d+, where it says “.*@ facts\.2\.evidence\.0/
		);
	});
	test('a quote beyond the end', () => {
		const file = good();
		file.facts[2].evidence[0] = { start: 90_000, end: 90_004, quote: 'gone' };
		expect(message(file)).toMatch(/beyond its end/);
	});
	test('a conclusion that does not follow', () => {
		const file = good();
		const derived = file.facts.find((fact: { derivedBy?: string }) => fact.derivedBy);
		derived.slots[0] = { ...derived.slots[0], ...file.facts[17].slots[0], entity: 'russia' };
		expect(message(file)).not.toBe('');
	});
	test('two facts with one id', () => {
		const file = good();
		file.facts[1].id = file.facts[0].id;
		expect(message(file)).toMatch(/Two facts have the id/);
	});
	test('a prototype slipped in', () => {
		const read = parseDeck(
			JSON.stringify(good()).replace('"slug"', '"__proto__": {"polluted": true}, "slug"')
		);
		expect(read.ok).toBe(true);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
});

test('no file makes it throw', () => {
	fc.assert(fc.property(fc.anything(), (file) => void readDeck(file)));
	fc.assert(fc.property(fc.string(), (text) => void parseDeck(text)));
	const whole = good();
	fc.assert(
		fc.property(
			fc.constantFrom('slug', 'article', 'entities', 'facts', 'version'),
			fc.anything(),
			(field, value) => {
				readDeck({ ...whole, [field]: value });
			}
		)
	);
});
