import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieces } from './marks';

const span = (length: number) =>
	fc
		.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length }))
		.map(([a, b]) => ({ start: Math.min(a, b - 1), end: Math.max(a + 1, b) }));

test('the pieces are the text again, and each is wholly inside or outside of every mark', () => {
	const text = 'abcdefghijklmnopqrstuvwxyz';
	fc.assert(
		fc.property(span(26), fc.array(span(26)), (within, marks) => {
			const cut = pieces(text, within, marks);
			expect(cut.map((piece) => piece.text).join('')).toBe(text.slice(within.start, within.end));
			let at = within.start;
			for (const piece of cut) {
				const end = at + piece.text.length;
				for (const mark of marks) {
					const inside = mark.start <= at && mark.end >= end;
					const outside = mark.end <= at || mark.start >= end;
					expect(inside || outside).toBe(true);
					expect(piece.marks.includes(mark)).toBe(inside);
				}
				at = end;
			}
			for (const mark of marks) {
				const shows = mark.start < within.end && mark.end > within.start;
				expect(cut.filter((piece) => piece.ending.includes(mark))).toHaveLength(shows ? 1 : 0);
			}
		})
	);
});
