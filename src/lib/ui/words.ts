import type { Kind } from '$lib/questions/question';

const NUMBERS =
	'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
		' '
	);

/** A count as a sentence says it: words up to twenty, then figures. */
export const counted = (n: number, singular: string, plural = `${singular}s`): string =>
	`${NUMBERS[n] ?? n.toLocaleString('en')} ${n === 1 ? singular : plural}`;

export const numberWord = (n: number): string =>
	n === 0 ? 'none' : (NUMBERS[n] ?? n.toLocaleString('en'));

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a learner calls each kind. */
export const KIND_NAMES: Record<Kind, string> = {
	choice: 'Choose one of four',
	boolean: 'Yes or no',
	number: 'Type a number',
	text: 'Type a name or a phrase',
	cloze: 'Fill the gap',
	order: 'Put in order',
	match: 'Match'
};

/** "about four minutes", from milliseconds. */
export function duration(ms: number): string {
	const minutes = Math.round(ms / 60_000);
	return minutes < 1 ? 'less than a minute' : counted(minutes, 'minute');
}
