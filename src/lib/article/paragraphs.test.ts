import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, paragraphAt, paragraphs, readingMinutes } from './paragraphs';

test('the title is not counted as a paragraph, however often the text repeats it', () => {
	const body = paragraphs({
		title: 'Tigers',
		text: 'Tigers\n\nTigers\nThey roam.\n\n  They rest.\n'
	});
	expect(body.map(({ number, text }) => [number, text])).toEqual([
		[1, 'They roam.'],
		[2, 'They rest.']
	]);
});

test('every paragraph stands at its span, in order, apart from the others', () => {
	const text = fc
		.array(fc.constantFrom('a', 'word. ', '\n', '\r\n', ' ', '“', '\u{1F405}'))
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(text, (text) => {
			const body = paragraphs({ title: 'T', text });
			for (const [i, paragraph] of body.entries()) {
				expect(text.slice(paragraph.start, paragraph.end)).toBe(paragraph.text);
				expect(paragraph.start).toBeGreaterThanOrEqual(body[i - 1]?.end ?? 0);
				expect(paragraphAt(body, paragraph)).toBe(paragraph);
			}
		})
	);
});

test('words are counted as a reader would', () => {
	expect(countWords('It costs USD 7.3 million — a bargain, “he said”.')).toBe(9);
	expect(readingMinutes(635)).toBe(4);
	expect(readingMinutes(3)).toBe(1);
});
