import { expect, test } from 'vitest';
import { reminder } from './reminder';

test.each([
	[{ answersSince: 0, daysSince: 400, persisted: false }, false],
	[{ answersSince: 19, daysSince: 400, persisted: false }, false],
	[{ answersSince: 199, daysSince: 29, persisted: false }, false],
	[{ answersSince: 200, daysSince: 0, persisted: false }, true],
	[{ answersSince: 20, daysSince: 30, persisted: undefined }, true],
	[{ answersSince: 999, daysSince: 119, persisted: true }, false],
	[{ answersSince: 1_000, daysSince: 1, persisted: true }, true],
	[{ answersSince: 20, daysSince: 120, persisted: true }, true]
])('%o: reminded: %s', (unsaved, isReminded) => {
	expect(reminder(unsaved) !== undefined).toBe(isReminded);
});

test('the reminder says how much is at stake', () => {
	expect(reminder({ answersSince: 1_204, daysSince: 0, persisted: false })).toMatch(
		/^1,204 answers/
	);
});
