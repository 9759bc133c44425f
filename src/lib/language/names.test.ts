import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, fold, mentions, nearlySame, sameName } from './names';

describe('two spellings of one name are the same', () => {
	test.each([
		['Türkiye', 'turkiye'],
		['the Collective Security Treaty Organization', 'Collective Security Treaty Organisation'],
		['defence industry', 'Defense industry'],
		['Global Industrial & Defense Solutions', 'global industrial and defence solutions'],
		['hand-held grenade launchers', 'hand held grenade launchers'],
		['Nagorno–Karabakh', 'nagorno karabakh'],
		['U.S.', 'US'],
		['travelled', 'traveled'],
		['neighbouring', 'neighboring']
	])('%s and %s', (a, b) => expect(sameName(a, b)).toBe(true));
});

test('a name is found as whole words, also as a possessor', () => {
	expect(mentions('Pakistan’s attempt', 'Pakistan')).toBe(true);
	expect(mentions('The Pakistanis', 'Pakistan')).toBe(false);
	expect(mentions('anything', '')).toBe(false);
});

describe('a slip of the finger is forgiven', () => {
	test.each([
		['Anakra', 'Ankara'],
		['Islmabad', 'Islamabad'],
		['Khalid Usmann Qaisar', 'Khalid Usman Qaiser']
	])('%s for %s', (given, key) => expect(nearlySame(given, key)).toBe(true));
	test.each([
		['Iran', 'Iraq'],
		['JF-16', 'JF-17'],
		['Moscow', 'Ankara'],
		['1993', '1994']
	])('but not %s for %s', (given, key) => expect(nearlySame(given, key)).toBe(false));
});

test('editing is a distance: symmetric, zero for the same, at most the longer one’s length', () => {
	const word = fc.string({ maxLength: 12 });
	fc.assert(
		fc.property(word, word, (a, b) => {
			const distance = editDistance(a, b);
			expect(distance).toBe(editDistance(b, a));
			expect(distance === 0).toBe(a === b);
			expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
		})
	);
});

test('folding what is folded changes nothing more', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const once = fold(text);
			expect(fold(once).length).toBeLessThanOrEqual(once.length);
		})
	);
});
