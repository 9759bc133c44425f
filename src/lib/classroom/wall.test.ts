import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, moveOf, readPlace, START, STEPS, writePlace, type Move, type Place } from './wall';

const count = fc.integer({ min: 1, max: 100 });
const move = fc.constantFrom<Move>('forward', 'back', 'next', 'first', 'last');
const standing = count.chain((n) =>
	fc.record({
		n: fc.constant(n),
		place: fc.oneof(
			fc.constant<Place>('end'),
			fc.record({ question: fc.nat(n - 1), step: fc.constantFrom(...STEPS) })
		)
	})
);

test('going on shows question, answer and evidence of each question once, then the closing slide', () => {
	fc.assert(
		fc.property(count, (n) => {
			const seen: string[] = [];
			for (let at: Place = START; ; at = moved(at, 'forward', n)) {
				seen.push(writePlace(at));
				if (at === 'end') break;
			}
			const wanted = Array.from({ length: n }, (_, i) => [
				`${i + 1}`,
				`${i + 1}.answer`,
				`${i + 1}.evidence`
			]);
			expect(seen).toEqual([...wanted.flat(), 'end']);
		})
	);
});

test('going back undoes going on', () => {
	fc.assert(
		fc.property(standing, ({ n, place }) => {
			const on = moved(place, 'forward', n);
			expect(moved(on, 'back', n)).toEqual(place === 'end' ? moved('end', 'back', n) : place);
		})
	);
});

test('no sequence of keys leaves the quiz, and its ends hold', () => {
	fc.assert(
		fc.property(count, fc.array(move), (n, moves) => {
			let at: Place = START;
			for (const one of moves) {
				at = moved(at, one, n);
				if (at !== 'end') expect(at.question).toBeLessThan(n);
				expect(readPlace(writePlace(at), n)).toEqual(at);
			}
			expect(moved(moved(at, 'first', n), 'back', n)).toEqual(START);
			expect(moved(moved(at, 'last', n), 'forward', n)).toBe('end');
		})
	);
});

test('the next question comes without what is still to be shown of this one', () => {
	fc.assert(
		fc.property(standing, ({ n, place }) => {
			const next = moved(place, 'next', n);
			if (place === 'end' || place.question === n - 1) expect(next).toBe('end');
			else expect(next).toEqual({ question: place.question + 1, step: 'question' });
		})
	);
});

test('a reload resumes where the quiz stood; a link that names no place begins at the first question', () => {
	fc.assert(
		fc.property(standing, ({ n, place }) => {
			expect(readPlace(writePlace(place), n)).toEqual(place);
		})
	);
	for (const text of [null, '', '0', '-1', '11', '4.solution', '4.', 'toString', '1e1', '٣', ' 2'])
		expect(readPlace(text, 10)).toEqual(START);
	fc.assert(
		fc.property(fc.string(), count, (text, n) => {
			const place = readPlace(text, n);
			if (place !== 'end') expect(place.question).toBeLessThan(n);
		})
	);
});

test('a presenter’s remote control turns the slides', () => {
	expect(moveOf('PageDown')).toBe('forward');
	expect(moveOf('PageUp')).toBe('back');
	expect(moveOf('x')).toBeUndefined();
	expect(moveOf('constructor')).toBeUndefined();
});
