/** Chance enters here and nowhere else: what a new quiz or a new record is called. */

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that look alike

/** Six letters that can be read aloud: 30⁶ quizzes. */
export const newSeed = (): string =>
	Array.from(
		crypto.getRandomValues(new Uint8Array(6)),
		(byte) => LETTERS[byte % LETTERS.length]
	).join('');

/** An id for a sitting. `randomUUID` is missing on a plain http address, as in a school's network. */
export const newId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
