/** The article as it is shaded by memory, in a real browser. */
import '$lib/ui/styles/tokens.css';
import '$lib/ui/styles/base.css';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { paragraphs } from '$lib/article/paragraphs';
import Reader, { type ReadFact } from '$lib/ui/Reader.svelte';

const text =
	'Ada was born in 1815. She wrote notes. Babbage built engines. He died in 1871.\n\nNothing here.';
const fact = (
	id: string,
	words: string,
	standing: ReadFact['standing'],
	known?: number
): ReadFact => {
	const start = text.indexOf(words);
	return {
		id,
		number: 'abcde'.indexOf(id) + 1,
		statement: words,
		derived: false,
		standing,
		standingName: standing === 'unasked' ? 'Not asked yet' : standing,
		known,
		evidence: [{ start, end: start + words.length }]
	};
};
const facts = [
	fact('a', 'Ada was born', 'stuck', 0.974),
	fact('b', 'in 1815', 'slipping', 0.71),
	fact('c', 'She wrote notes', 'holding', 1),
	fact('d', 'Babbage built engines', 'unasked'),
	fact('e', 'He died in 1871', 'stuck', 0.96)
];
const show = (marked: boolean, numbers: boolean) =>
	render(Reader, {
		text,
		body: paragraphs({ title: '', text }),
		facts,
		marked,
		numbers,
		questionsOf: (id: string) => (id === 'd' ? [] : [`Which is ${id}?`]),
		askAddress: (id: string) => `/ask/${id}`
	});
const article = () => document.querySelector('article') as HTMLElement;
const lines = () =>
	new Map(
		[...document.querySelectorAll('mark')].map((mark) => {
			const style = getComputedStyle(mark);
			const line = `${style.textDecorationStyle} ${style.textDecorationThickness}`;
			return [mark.className.split(' ')[1], line];
		})
	);

test('plain until asked for', async () => {
	await show(false, false);
	expect(document.querySelector('mark, a')).toBeNull();
	expect(article().textContent).toContain('Ada was born in 1815. She wrote notes.');
});

test('each standing has a line of its own, so that no colour is needed', async () => {
	await show(true, false);
	expect([...lines().keys()].sort()).toEqual(['holding', 'slipping', 'stuck', 'unasked']);
	expect(new Set(lines().values()).size).toBe(4);
	const slipping = [...document.querySelectorAll('mark.slipping')];
	expect(slipping.map((mark) => mark.textContent).join('')).toBe('Ada was born in 1815.');
	expect(article().textContent).not.toContain('%');
});

test('the number of a sentence is that of its weakest fact, and never a certainty', async () => {
	await show(true, true);
	expect(article().textContent?.match(/\d+%/g)).toEqual(['71%', '99%', '96%']);
	await expect.element(page.getByRole('link', { name: 'Fact 1, stuck, 97%' })).toBeInTheDocument();
	await expect
		.element(page.getByRole('link', { name: 'Fact 4, not asked yet', exact: true }))
		.toBeInTheDocument();
});

test('a number opens its fact, with its own chance and its questions', async () => {
	await show(true, false);
	await page.getByRole('link', { name: 'Fact 1, stuck' }).click();
	const note = page.getByRole('complementary', { name: 'Fact 1' });
	await expect.element(note).toHaveTextContent('chance of 97%');
	await expect
		.element(note.getByRole('link', { name: 'Ask me this' }))
		.toHaveAttribute('href', '/ask/a');
	await page.getByRole('link', { name: 'Fact 4, not asked yet' }).click();
	const other = page.getByRole('complementary', { name: 'Fact 4' });
	await expect.element(other).toHaveTextContent('Nothing is asked about it.');
	await expect.element(note).not.toBeInTheDocument();
});
