const SPACE = /^\s$/u;
const DIGIT = /^[\p{Nd}²³¹⁰⁴-⁹₀-₉①-⑨]$/u;
const LETTER = /^\p{L}$/u;
const UPPER = /^\p{Uppercase}$/u;

/** White space as the tokenizer counts it: separators of records as well, the byte order mark not. */
export function isSpace(character: string): boolean {
	const code = character.charCodeAt(0);
	if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
	return code === 0x85 || (code !== 0xfeff && SPACE.test(character));
}

const shapes = new Map<string, string>();

function shapeOf(character: string): string {
	let shape = shapes.get(character);
	if (shape === undefined) {
		if (LETTER.test(character)) shape = UPPER.test(character) ? 'X' : 'x';
		else shape = DIGIT.test(character) ? 'd' : character;
		shapes.set(character, shape);
	}
	return shape;
}

/** "Baku" → `Xxxx`, "U.S." → `X.X.`, "1,200" → `d,ddd`: runs of more than four are cut. */
export function wordShape(word: string): string {
	const characters = Array.from(word);
	if (characters.length >= 100) return 'LONG';
	let shape = '';
	let last = '';
	let run = 0;
	for (const character of characters) {
		const next = shapeOf(character);
		run = next === last ? run + 1 : 0;
		last = next;
		if (run < 4) shape += next;
	}
	return shape;
}

export const prefixOf = (word: string): string => Array.from(word.slice(0, 2))[0] ?? '';

export const suffixOf = (word: string): string => Array.from(word.slice(-6)).slice(-3).join('');
