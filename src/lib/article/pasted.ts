import { fail, ok, type Result } from '$lib/result';
import { Article } from './article';
import { countWords } from './paragraphs';

/** Characters of a text that is still read: about 350,000 words. */
export const LONGEST = 2_000_000;
const FEWEST_WORDS = 40;
const TITLE = 120;

/**
 * An article from a text that somebody pasted or dropped: the first line is its title where it is short and
 * no sentence, else the first words are. What cannot be shown (control characters, half of a
 * surrogate pair) becomes a blank.
 */
export function readPasted(input: string): Result<Article> {
	if (input.length > LONGEST)
		return fail({
			code: 'too-long',
			message: `This text has ${input.length.toLocaleString('en')} characters; up to ${LONGEST.toLocaleString('en')} can be read. Paste a part of it, a chapter say.`
		});
	const text = clean(input);
	const words = countWords(text);
	if (words === 0)
		return fail({
			code: 'empty',
			message: 'There is no text here. Paste an article, or choose a text file.'
		});
	if (words < FEWEST_WORDS)
		return fail({
			code: 'too-short',
			message: `This has ${words} ${words === 1 ? 'word' : 'words'}; facts need at least ${FEWEST_WORDS}. Paste the whole article.`
		});
	return ok({ title: titleOf(text), language: 'en', text });
}

// Control characters other than tabs and line ends, private and unassigned ones, marks that show nothing.
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Co}\p{Cn}\u200b\u2028\u2029\ufeff]/gu;

function clean(input: string): string {
	return input.toWellFormed().replaceAll('\ufffd', ' ').replace(UNFIT, ' ').replace(/\r\n?/g, '\n');
}

function titleOf(text: string): string {
	const first = text.split('\n').find((line) => line.trim()) ?? '';
	const line = first.trim().replace(/^#+\s*/, '');
	if (line.length <= TITLE && !/[.!?…:;,]["”’)]*$/.test(line)) return line;
	const words = line.split(/\s+/).slice(0, 9).join(' ');
	return words.length < line.length ? `${words.slice(0, TITLE).replace(/[,;:.]+$/, '')} …` : words;
}
