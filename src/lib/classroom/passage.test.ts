import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '$lib/article/article';
import { passagesOf, type Passage } from './passage';

const article = (text: string, title = 'Tigers'): Article => ({ title, text, language: 'en' });
const quote = (text: string, words: string) => {
	const start = text.indexOf(words);
	return { start, end: start + words.length, quote: words };
};
const shown = (passage: Passage | undefined) =>
	[
		passage?.before ? '… ' : '',
		...(passage?.pieces.map((piece) => (piece.marks.length ? `[${piece.text}]` : piece.text)) ??
			[]),
		passage?.after ? ' …' : ''
	].join('');

test('the evidence stands in its sentence, and what is left out of the paragraph is said', () => {
	const text = 'They roam. “Tigers swim well,” he said. Lions do not.\nThey rest.';
	const at = article(text);
	expect(passagesOf(at, [quote(text, 'Tigers swim')]).map(shown)).toEqual([
		'… “[Tigers swim] well,” he said. …'
	]);
	expect(passagesOf(at, [quote(text, 'They rest.')]).map(shown)).toEqual(['[They rest.]']);
	expect(passagesOf(at, [quote(text, 'They rest.')])[0]?.paragraph).toBe(2);
});

test('two quotes of a paragraph make one passage, quotes of two paragraphs two, in the article’s order', () => {
	const text = 'One is. Two is. Three is.\nFour is.';
	const passages = passagesOf(article(text), [
		quote(text, 'Four'),
		quote(text, 'Three'),
		quote(text, 'Two')
	]);
	expect(passages.map(shown)).toEqual(['… [Two] is. [Three] is.', '[Four] is.']);
});

test('evidence in the title is shown too', () => {
	const text = 'Tigers\nThey roam.';
	const [passage] = passagesOf(article(text), [quote(text, 'Tigers')]);
	expect(passage?.paragraph).toBeUndefined();
	expect(shown(passage)).toBe('[Tigers]');
});

test('whatever the text, every word of the evidence is marked, and nothing is shown that is not there', () => {
	const words = fc.constantFrom('A', 'a.', 'B! ', ' ', '\n', '“C.” ', '3.4 ');
	fc.assert(
		fc.property(
			fc.array(words, { minLength: 1 }).map((parts) => `x${parts.join('')}`),
			fc.nat(),
			fc.nat(),
			(text, a, b) => {
				const start = a % text.length;
				const end = start + 1 + (b % (text.length - start));
				const evidence = { start, end, quote: text.slice(start, end) };
				const passages = passagesOf(article(text, 'T'), [evidence]);
				const bare = (string: string) => string.replace(/\s/g, '');
				const marked = passages.flatMap((passage) =>
					passage.pieces.filter((piece) => piece.marks.length).map((piece) => piece.text)
				);
				expect(bare(marked.join(''))).toBe(bare(evidence.quote));
				for (const passage of passages)
					expect(text).toContain(passage.pieces.map((piece) => piece.text).join(''));
			}
		)
	);
});
