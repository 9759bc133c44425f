import { expect, test } from 'vitest';
import { gatherShades, type Shader } from './shading';

const text = 'One fact here. Two facts, there. Nothing at all.';
const body = [{ start: 0, end: text.length }];
const fact = (words: string, standing: Shader['standing'], known?: number): Shader => {
	const start = text.indexOf(words);
	return { standing, known, evidence: [{ start, end: start + words.length }] };
};
const shades = (...facts: Shader[]) =>
	gatherShades(text, body, facts).map(({ start, end, standing, known }) => [
		text.slice(start, end),
		standing,
		known
	]);

test('a sentence is shaded whole, by the weakest of its facts that were asked', () => {
	expect(
		shades(
			fact('One fact', 'stuck', 0.97),
			fact('Two', 'stuck', 0.95),
			fact('facts', 'slipping', 0.7),
			fact('there', 'unasked')
		)
	).toEqual([
		['One fact here.', 'stuck', 0.97],
		['Two facts, there.', 'slipping', 0.7]
	]);
});

test('where nothing was asked there is no number', () => {
	expect(shades(fact('there', 'unasked'))).toEqual([['Two facts, there.', 'unasked', undefined]]);
});

test('a fact that two sentences tell shades both', () => {
	expect(shades(fact('here. Two', 'holding', 0.91)).map(([sentence]) => sentence)).toEqual([
		'One fact here.',
		'Two facts, there.'
	]);
});
