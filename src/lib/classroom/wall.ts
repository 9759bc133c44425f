/** A quiz on the wall: where it stands, and how it moves. */

/** What is shown of a question, one after the other. */
export const STEPS = ['question', 'answer', 'evidence'] as const;
export type Step = (typeof STEPS)[number];

/** `question` is counted from 0; after the last comes the closing slide. */
export type Place = { question: number; step: Step } | 'end';

/** `next` leaves out what is still to be shown of the question. */
export type Move = 'forward' | 'back' | 'next' | 'first' | 'last';

export const START: Place = { question: 0, step: 'question' };

const indexOf = (place: Place, count: number): number =>
	place === 'end'
		? count * STEPS.length
		: place.question * STEPS.length + STEPS.indexOf(place.step);

function placeAt(index: number, count: number): Place {
	const step = STEPS[index % STEPS.length];
	const question = Math.floor(index / STEPS.length);
	return step && question < count ? { question, step } : 'end';
}

/** The place after a move in a quiz of `count` questions; at either end a move beyond it changes nothing. */
export function moved(place: Place, move: Move, count: number): Place {
	const last = count * STEPS.length;
	const here = Math.min(indexOf(place, count), last);
	const target = {
		forward: here + 1,
		back: here - 1,
		next: (Math.floor(here / STEPS.length) + 1) * STEPS.length,
		first: 0,
		last
	}[move];
	return placeAt(Math.max(0, Math.min(last, target)), count);
}

/** The place as a link names it: `4`, `4.answer`, `end`. Questions are counted from 1 there. */
export function writePlace(place: Place): string {
	if (place === 'end') return place;
	return `${place.question + 1}${place.step === 'question' ? '' : `.${place.step}`}`;
}

/** The place that a link names; the start where it names none that this quiz has. */
export function readPlace(text: string | null, count: number): Place {
	if (text === 'end') return 'end';
	const [, number, name = 'question'] = /^(\d{1,3})(?:\.([a-z]+))?$/.exec(text ?? '') ?? [];
	const question = Number(number ?? NaN) - 1;
	const step = STEPS.find((one) => one === name);
	return step && question >= 0 && question < count ? { question, step } : START;
}

/** Remote controls of presenters send the page keys. */
const KEYS: ReadonlyMap<string, Move> = new Map([
	[' ', 'forward'],
	['Enter', 'forward'],
	['ArrowRight', 'forward'],
	['PageDown', 'forward'],
	['ArrowLeft', 'back'],
	['PageUp', 'back'],
	['Backspace', 'back'],
	['Home', 'first'],
	['End', 'last']
]);

/** What a key (by its `KeyboardEvent.key`) does on the wall. */
export const moveOf = (key: string): Move | undefined => KEYS.get(key);
