import { expect, test } from 'vitest';
import { sentencesOf } from './sentences';

const cut = (text: string, within = { start: 0, end: text.length }) =>
	sentencesOf(text, within).map(({ start, end }) => text.slice(start, end));

test('a sentence ends where the next can begin, and takes closing quotes along', () => {
	expect(cut('It cost 2.5 million. “Too much,” he said. (So did she.) 1994 was better.')).toEqual([
		'It cost 2.5 million.',
		'“Too much,” he said.',
		'(So did she.)',
		'1994 was better.'
	]);
});

test('only what lies within is cut, and nothing of it is lost but white space', () => {
	const text = 'One. Two, three. Four.  ';
	expect(cut(text, { start: 5, end: text.length })).toEqual(['Two, three.', 'Four.']);
	expect(cut('no stop')).toEqual(['no stop']);
});
