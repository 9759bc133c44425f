/** What a printed test is made of, in the order of the pages: the key last, so that it can be kept back. */
export const SHEETS = ['article', 'questions', 'answers', 'key'] as const;
export type Sheet = (typeof SHEETS)[number];

const USUAL: readonly Sheet[] = ['questions', 'answers', 'key'];

/** The sheets as a link names them (`questions.key`); `undefined` for the usual ones. */
export function writeSheets(sheets: readonly Sheet[]): string | undefined {
	const inOrder = SHEETS.filter((sheet) => sheets.includes(sheet));
	return inOrder.join() === USUAL.join() ? undefined : inOrder.join('.');
}

/** The sheets that a link names; the usual ones where it names none. */
export const readSheets = (text: string | null): Sheet[] =>
	text === null ? [...USUAL] : SHEETS.filter((sheet) => text.split('.').includes(sheet));
