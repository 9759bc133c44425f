import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeck } from '$lib/formats/deck';
import { generate } from '$lib/questions/generate';
import { Kind } from '$lib/questions/question';
import { chooseQuiz } from '$lib/quiz/choose';
import { fromQuery } from '$lib/quiz/link';
import { keyEntries } from './key';
import { linkTo, PAPER } from './link';
import { paperItems, rubricFor, writingFor } from './paper';
import { readSheets, SHEETS, writeSheets } from './sheets';

const read = parseDeck(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8'));
if (!read.ok) throw new Error(read.error.message);
const deck = read.value;
const pool = generate(deck, 'paper');
const of = (kind: Kind) => pool.filter((question) => question.kind === kind);

describe('what is written where', () => {
	test('every question of every kind can be answered with a pen, and its key can be found there', () => {
		for (const question of pool) {
			const writing = writingFor(question);
			const [item] = keyEntries(paperItems([question]), deck.article);
			expect(item?.quotes.length).toBeGreaterThan(0);
			switch (writing.form) {
				case 'circles':
					expect(writing.options.find(({ letter }) => letter === item?.letter)?.text).toBe(
						question.key
					);
					expect(item?.glance).toBe(item?.letter);
					break;
				case 'letters':
					expect(item?.glance).toBe(item?.lines.map((line) => line.letter).join(' '));
					for (const line of item?.lines ?? []) {
						expect(writing.partners).toContainEqual({ letter: line.letter, text: line.partner });
						expect(question.key).toContain(`${line.text}: ${line.partner}`);
					}
					break;
				case 'boxes':
					// In the order of the boxes on the sheet: `A2 B4 C1 D3`.
					expect(item?.glance.replace(/\d/g, '')).toBe(
						writing.items.map((one) => one.letter).join(' ')
					);
					expect(item?.lines.map((line) => line.text)).toEqual(question.key);
					expect(item?.lines.map((line) => line.mark)).toEqual(
						['1st', '2nd', '3rd', '4th', '5th'].slice(0, writing.items.length)
					);
					for (const line of item?.lines ?? [])
						expect(writing.items).toContainEqual({ letter: line.letter, text: line.text });
					break;
				case 'line':
					expect(item?.answer.startsWith([question.key].flat().join(', '))).toBe(true);
			}
		}
	});

	test('the partners of a match stand in an order that tells nothing of the items’', () => {
		for (const question of of('match')) {
			const writing = writingFor(question);
			if (writing.form !== 'letters') throw new Error(writing.form);
			expect(writing.partners.map(({ text }) => text)).toEqual(
				question.items.map(({ partner }) => partner).toSorted()
			);
		}
	});

	test('a currency stands before the line and years after it, but no unit tells what a gap hides', () => {
		const money = of('number').find((question) => question.answerType === 'money');
		const years = of('number').find(({ unit }) => unit === 'years');
		expect(money && writingFor(money)).toEqual({ form: 'line', before: 'USD' });
		expect(years && writingFor(years)).toEqual({ form: 'line', after: 'years' });
		const decade = years && { ...years, key: 'a decade', value: 10 };
		expect(decade && keyEntries(paperItems([decade]), deck.article)[0]?.answer).toBe(
			'a decade (10 years)'
		);
		for (const question of of('cloze')) expect(writingFor(question)).toEqual({ form: 'line' });
	});
});

test('the rubric names the ways that are on the sheet, and no others', () => {
	const rubric = (...kinds: Kind[]) =>
		rubricFor(paperItems(kinds.flatMap((kind) => of(kind).slice(0, 1))));
	expect(rubric('choice', 'text')).toBe(
		'Fill in the circle of the one right answer, or write on the line.'
	);
	expect(rubric('cloze')).toBe('Write on the line.');
	expect(rubric('boolean', 'match')).toBe('Fill in the circle of the one right answer.');
	expect(rubric('order')).toBe('');
});

test('the key quotes the article word for word, with an ellipsis where it cuts a sentence', () => {
	const { text: whole } = deck.article;
	let cut = 0;
	for (const entry of keyEntries(paperItems(pool), deck.article)) {
		const question = pool[entry.number - 1];
		for (const [i, { text, paragraph }] of entry.quotes.entries()) {
			const { start, end, quote } = question?.evidence[i] ?? { start: 0, end: 0, quote: '' };
			expect(paragraph).toBeGreaterThan(0);
			expect(text.replace(/^…\u00a0|\u00a0…$/g, '')).toBe(quote);
			if (/[a-z,] $/.test(whole.slice(0, start))) expect(text).toMatch(/^…\u00a0/);
			if (/^ [a-z]/.test(whole.slice(end))) expect(text).toMatch(/\u00a0…$/);
			if (/(?:^|\n)$/.test(whole.slice(0, start))) expect(text).not.toMatch(/^…\u00a0/);
			if (text !== quote) cut++;
		}
	}
	expect(cut).toBeGreaterThan(10);
});

test('a link gives the same test: deck, questions, letters, sheets', () => {
	const kinds = fc.subarray([...Kind.options]);
	const sheets = fc.subarray([...SHEETS]);
	fc.assert(
		fc.property(fc.constantFrom(5, 10, 20), kinds, sheets, (length, kinds, sheets) => {
			const plan = { seed: 'k7', length, kinds, from: 2, to: 9 };
			const link = linkTo(PAPER, deck.slug, plan, { sheets: writeSheets(sheets) });
			const query = new URL(link, 'http://localhost').searchParams;
			const again = fromQuery(query);
			expect(query.get('deck')).toBe(deck.slug);
			expect(again).toEqual(plan);
			expect(readSheets(query.get('sheets'))).toEqual(sheets);
			if (again) expect(chooseQuiz(pool, deck, again)).toEqual(chooseQuiz(pool, deck, plan));
		})
	);
	expect(readSheets(null)).toEqual(['questions', 'answers', 'key']);
	expect(readSheets('key.nonsense')).toEqual(['key']);
});
