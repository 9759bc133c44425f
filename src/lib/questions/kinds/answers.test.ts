import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Given, Question } from '../question';
import { answers } from './answers';

const question = (more: Partial<Question>): Question => ({
	id: 'q',
	factId: 'a',
	factIds: ['a'],
	kind: 'text',
	stem: 'Which city?',
	key: 'Ankara',
	variants: [],
	others: [],
	options: [],
	items: [],
	evidence: [{ start: 0, end: 1, quote: 'x' }],
	explanation: '',
	difficulty: 0.5,
	...more
});
const right = (asked: Question, given: Given): boolean =>
	answers[asked.kind].score(asked, given).right;
const refusal = (asked: Question, given: Given): string | undefined => {
	const valid = answers[asked.kind].validate(asked, given);
	return valid.ok ? undefined : valid.error.message;
};

describe('a number', () => {
	const trade = question({
		kind: 'number',
		key: 'USD 7.3 million',
		value: 7_300_000,
		unit: 'USD',
		tolerance: 3650,
		answerType: 'money'
	});
	test.each([
		'7.3 million',
		'$7.3m',
		'USD 7,300,000',
		'7300000',
		'seven point three million dollars'
	])('%s is right', (given) => expect(right(trade, given)).toBe(true));
	test.each(['7.3', '7.4 million', '73 million', '€7.4m'])('%s is wrong', (given) =>
		expect(right(trade, given)).toBe(false)
	);
	test('in another currency is sent back, not marked wrong', () =>
		expect(refusal(trade, '€7.3m')).toBe('The answer is not in EUR. Give it in USD.'));
	test('that is none is sent back with examples', () =>
		expect(refusal(trade, 'lots')).toBe(
			'“lots” is not a number. Type it in figures or words, such as 25, twenty-five or 2.5 million.'
		));
	test('of months is not one of years', () => {
		const months = question({ kind: 'number', key: '12 months', value: 12, unit: 'months' });
		expect(right(months, '12')).toBe(true);
		expect(right(months, 'twelve months')).toBe(true);
		expect(right(months, '12 years')).toBe(false);
	});
	test('of people may be counted in words', () => {
		const trained = question({
			kind: 'number',
			key: '130',
			value: 130,
			unit: 'rangers',
			tolerance: 0
		});
		for (const given of ['130', 'one hundred thirty', 'one hundred and thirty', '130 rangers'])
			expect(right(trained, given)).toBe(true);
		expect(right(trained, '131')).toBe(false);
	});
});

describe('a name', () => {
	const city = question({ key: 'Ankara', variants: ['Angora'], others: ['Baku', 'Ankaran'] });
	test('is right as the key, as a variant, in any case', () => {
		for (const given of ['Ankara', ' ankara ', 'ANGORA', 'the Ankara'])
			expect(right(city, given)).toBe(true);
	});
	test('with a slip is right, and the spelling is shown', () =>
		expect(answers.text.score(city, 'Anakra')).toEqual({
			right: true,
			facts: { a: true },
			spelling: 'Ankara'
		}));
	test('of somebody else is wrong, however alike', () =>
		expect(right(city, 'Ankaran')).toBe(false));
	test('that was left out is asked for', () =>
		expect(refusal(city, '  ')).toMatch(/Give an answer first/));

	const cities = question({
		key: 'Islamabad, Moscow and Ankara',
		parts: [['Islamabad'], ['Moscow', 'Moskva'], ['Ankara']]
	});
	test('several names are right in any order, with commas or and', () => {
		for (const given of [
			'Islamabad, Moscow and Ankara',
			'ankara, moskva, islamabad',
			'Moscow & Ankara & Islamabd'
		])
			expect(right(cities, given)).toBe(true);
		for (const given of [
			'Islamabad and Moscow',
			'Islamabad, Moscow, Ankara, Baku',
			'Islamabad, Moscow, Paris'
		])
			expect(right(cities, given)).toBe(false);
	});
});

describe('a choice', () => {
	const options = ['Baku', 'Ankara'].map((text) => ({
		text,
		correct: text === 'Ankara',
		reason: ''
	}));
	const choice = question({ kind: 'choice', options });
	test('is right or wrong', () => {
		expect(right(choice, 'Ankara')).toBe(true);
		expect(right(choice, 'Baku')).toBe(false);
	});
	test('not made is asked for', () =>
		expect(refusal(choice, '')).toBe('Choose one of the two first.'));
});

describe('an order', () => {
	const items = ['one', 'two', 'three', 'four'].map((text, i) => ({
		factId: `f${i}`,
		text,
		partner: String(1990 + i)
	}));
	const order = question({
		kind: 'order',
		key: items.map((item) => item.text),
		items,
		factIds: items.map((item) => item.factId)
	});
	test('all right', () => expect(right(order, ['one', 'two', 'three', 'four'])).toBe(true));
	test('with one out of place counts the others as known', () =>
		expect(answers.order.score(order, ['two', 'three', 'four', 'one'])).toEqual({
			right: false,
			facts: { f0: false, f1: true, f2: true, f3: true }
		}));
	test('is right only as the key has it', () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray(['one', 'two', 'three', 'four'], { minLength: 4 }),
				(given) => {
					const score = answers.order.score(order, given);
					expect(score.right).toBe(given.join() === 'one,two,three,four');
					expect(Object.values(score.facts).every(Boolean)).toBe(score.right);
				}
			)
		);
	});
	test('that lacks one is sent back', () =>
		expect(refusal(order, ['one'])).toMatch(/every event a place/));
});

describe('a match', () => {
	const items = ['Rao', 'Lee', 'Cruz'].map((text, i) => ({
		factId: `f${i}`,
		text,
		partner: `role ${i}`
	}));
	const match = question({ kind: 'match', items, factIds: items.map((item) => item.factId) });
	test('tells which pairs are right', () =>
		expect(answers.match.score(match, ['role 0', 'role 2', 'role 1'])).toEqual({
			right: false,
			facts: { f0: true, f1: false, f2: false }
		}));
	test('names what is still open, and what is chosen twice', () => {
		expect(refusal(match, ['role 0', '', ''])).toBe('Choose a partner for “Lee” first.');
		expect(refusal(match, ['role 0', 'role 0', 'role 1'])).toMatch(/chosen twice/);
	});
});

test('“I don’t know” is an answer to every kind, and never right', () => {
	const items = [{ factId: 'a', text: 'x', partner: 'y' }];
	for (const kind of ['choice', 'boolean', 'number', 'text', 'cloze', 'order', 'match'] as const) {
		const asked = question({ kind, items, value: 3 });
		expect(refusal(asked, null)).toBeUndefined();
		expect(right(asked, null)).toBe(false);
	}
});
