import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, spellNumber } from './numbers';

describe('a number is understood as a person types it', () => {
	test.each([
		['130', 130],
		['one hundred thirty', 130],
		['one hundred and thirty', 130],
		['a hundred and thirty', 130],
		[' 130 people ', 130],
		['7.3 million', 7_300_000],
		['7.3m', 7_300_000],
		['seven point three million', 7_300_000],
		['7,300,000', 7_300_000],
		['7 300 000', 7_300_000],
		['two and a half', 2.5],
		['two and a half million', 2_500_000],
		['half a million', 500_000],
		['five hundred million', 500_000_000],
		['12 millions', 12_000_000],
		['twenty-five', 25],
		['1,250', 1250],
		['−3', -3],
		['three dozen', 36],
		['.5', 0.5]
	])('%s', (text, value) => expect(parseAmount(text)?.value).toBe(value));

	test.each([
		['$7.3m', 7_300_000, 'USD'],
		['USD 7,300,000', 7_300_000, 'USD'],
		['7.3 million US dollars', 7_300_000, 'USD'],
		['€20', 20, 'EUR'],
		['20 %', 20, '%'],
		['twenty per cent', 20, '%'],
		['five years', 5, 'years'],
		['a decade', 10, 'years'],
		['two decades', 20, 'years'],
		['a century', 100, 'years'],
		['a five-year period', 5, 'year period']
	])('%s, with its unit', (text, value, unit) =>
		expect(parseAmount(text)).toEqual({ value, unit })
	);

	test.each(['', 'none at all', 'Baku', '?', '...', 'point'])('“%s” is none', (text) =>
		expect(parseAmount(text)).toBeUndefined()
	);
});

test('every count up to a million, spelled and read again, is itself', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
			expect(parseAmount(spellNumber(value))?.value).toBe(value);
		})
	);
});

test('every amount in figures with thousands grouped is itself', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (value) => {
			expect(parseAmount(value.toLocaleString('en-US'))?.value).toBe(value);
		})
	);
});

test('nothing that is typed makes it fail', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const amount = parseAmount(text);
			expect(amount === undefined || Number.isFinite(amount.value)).toBe(true);
		})
	);
});
