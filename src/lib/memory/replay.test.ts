import fc from 'fast-check';
import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { EMPTY, isMissed, type Card } from './card';
import { dueDay, isLeech, retrievability, standingOf, wholeInterval } from './curve';
import { PACE } from './first';
import { logOf } from './log';
import { remember, replay, replayAll } from './replay';
import { anyAttempt, anyRemoval, attemptOf, DAY, NOON, onDays } from './samples';
import type { Attempt } from './attempt';

const card = (attempts: Attempt[]): Card => {
	const found = replayAll(attempts, []).cards.get('d/f');
	if (!found) throw new Error('There is no card.');
	return found;
};

test('a log replayed in any parts gives the same cards, times and counts', () => {
	fc.assert(
		fc.property(fc.array(anyAttempt), fc.array(fc.nat(30)), (attempts, cuts) => {
			const log = logOf(attempts, []);
			const ends = [...cuts.filter((cut) => cut <= log.length), log.length].sort((a, b) => a - b);
			const parts = ends.map((end, n) => log.slice(ends[n - 1] ?? 0, end));
			expect(parts.reduce((memory, part) => replay(memory, part), EMPTY)).toEqual(
				replay(EMPTY, log)
			);
		})
	);
});

test('attempts that are there twice, in another order, count once', () => {
	fc.assert(
		fc.property(fc.array(anyAttempt), fc.infiniteStream(fc.nat()), (attempts, keys) => {
			const twice = [...attempts, ...attempts]
				.map((attempt) => ({ attempt, key: keys.next().value as number }))
				.sort((a, b) => a.key - b.key)
				.map(({ attempt }) => attempt);
			expect(replayAll(twice, [])).toEqual(replayAll(attempts, []));
		})
	);
});

test('an answer undone leaves the cards as if it had never been given', () => {
	fc.assert(
		fc.property(fc.array(anyAttempt, { minLength: 1 }), fc.nat(), (attempts, n) => {
			const { id } = attempts[n % attempts.length] as Attempt;
			const undone = {
				...{ version: 1 as const, id: 'r', at: 0, order: 0, revoked: false },
				what: { type: 'attempt' as const, attempt: id }
			};
			const without = attempts.filter((attempt) => attempt.id !== id);
			expect(replayAll(attempts, [undone])).toEqual(replayAll(without, []));
			expect(replayAll(attempts, [{ ...undone, revoked: true }])).toEqual(replayAll(attempts, []));
		})
	);
});

test('answers deleted are gone up to then, of that learner and that deck, and no others', () => {
	fc.assert(
		fc.property(fc.array(anyAttempt), anyRemoval, (attempts, removal) => {
			const log = logOf(attempts, [removal]);
			const gone = logOf(attempts, []).filter((attempt) => !log.includes(attempt));
			const { what, order, revoked } = removal;
			const covers = (attempt: Attempt) => {
				if (revoked || what.type === 'deck') return false;
				if (what.type === 'attempt') return attempt.id === what.attempt;
				const deck = what.type === 'answers' ? what.deck : undefined;
				const theirs = attempt.learner === what.learner && attempt.order <= order;
				return theirs && (deck === undefined || attempt.deck === deck);
			};
			for (const attempt of gone) expect(covers(attempt)).toBe(true);
			for (const attempt of log) expect(covers(attempt)).toBe(false);
		})
	);
});

test('a card is to the last digit what ts-fsrs makes of it', () => {
	const plain = new FSRSAlgorithm({});
	const step = fc.tuple(fc.nat(400), fc.constantFrom(1, 2, 3, 4));
	fc.assert(
		fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
			let ours: FSRSState | null = null;
			let theirs: FSRSState | null = null;
			for (const [days, grade] of steps) {
				ours = remember(ours, days, grade);
				theirs = plain.next_state(theirs, days, grade);
				expect(ours).toEqual(theirs);
			}
		})
	);
});

describe('clocks', () => {
	const first = card(onDays([0, true]));
	const due = wholeInterval(first.stability, PACE.retention);

	test('an answer in the future does not hide a fact for a year', () => {
		const ahead = card(onDays([0, true], [365, true]));
		const back = 20_001;
		expect(dueDay(ahead, PACE, back)).toBe(back);
		expect(standingOf(ahead, PACE, back)).toBe('slipping');
		expect(retrievability(ahead, back)).toBe(1);
	});

	test('a clock set back a year counts as the same day, and the next answer counts from there', () => {
		const back = card(onDays([0, true], [-365, true], [-363, true]));
		expect(back).toMatchObject({
			day: 20_000 - 363,
			stability: card(onDays([0, true], [0, true], [2, true])).stability
		});
	});

	test.each([-720, -300, 0, 330, 840])('at %i minutes from UTC the day ends at four', (offset) => {
		const local = (hours: number) => 20_000 * DAY + hours * 3_600_000 - offset * 60_000;
		const at = (n: number, hours: number) => attemptOf(n, { at: local(hours), offset });
		const before = card([at(1, 23)]);
		// Midnight in the middle of a session: still the same day.
		expect(card([at(1, 23), at(2, 24.2)])).toMatchObject({ day: before.day });
		expect(card([at(1, 23), at(2, 27.9)])).toMatchObject({ day: before.day });
		expect(card([at(1, 23), at(2, 28.1)])).toMatchObject({ day: before.day + 1 });
	});

	test('with the hour put forward or back, days are still days', () => {
		for (const [then, now] of [
			[60, 120],
			[120, 60]
		] as const) {
			const evening = attemptOf(1, { at: NOON + 8 * 3_600_000 - then * 60_000, offset: then });
			for (let days = 1; days < 5; days++) {
				const later = attemptOf(2, {
					at: NOON + 8 * 3_600_000 + days * DAY - now * 60_000,
					offset: now
				});
				expect(card([evening, later]).day - card([evening]).day).toBe(days);
			}
		}
	});

	test('a journey over the date line takes no day away and adds at most one', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -720, max: 840 }),
				fc.integer({ min: -720, max: 840 }),
				fc.nat(72),
				(from, to, hours) => {
					const leave = attemptOf(1, { at: NOON, offset: from });
					const arrive = attemptOf(2, { at: NOON + hours * 3_600_000, offset: to });
					const days = card([leave, arrive]).day - card([leave]).day;
					expect(Math.abs(days - hours / 24)).toBeLessThan(2.1);
					expect(card([leave, arrive]).stability).toBeGreaterThanOrEqual(card([leave]).stability);
				}
			)
		);
	});

	test('what was right comes again after a day at the least', () => {
		fc.assert(
			fc.property(fc.array(anyAttempt, { minLength: 1 }), (attempts) => {
				for (const known of replayAll(attempts, []).cards.values()) {
					const day = dueDay(known, PACE, known.day);
					expect(day).toBe(
						isMissed(known) ? known.day : known.day + wholeInterval(known.stability, 0.9)
					);
					if (!isMissed(known)) expect(day).toBeGreaterThan(known.day);
				}
			})
		);
		expect(due).toBe(2);
	});
});

test('how a fact stands', () => {
	const on = (answers: [number, boolean][], today: number) =>
		standingOf(card(onDays(...answers)), PACE, 20_000 + today);
	expect(standingOf(undefined, PACE, 0)).toBe('unasked');
	expect(on([[0, true]], 0)).toBe('holding');
	expect(on([[0, true]], 2)).toBe('slipping');
	expect(on([[0, false]], 0)).toBe('slipping');
	expect(
		on(
			[
				[0, true],
				[2, true]
			],
			2
		)
	).toBe('stuck');
	expect(
		on(
			[
				[0, true],
				[2, true],
				[13, false]
			],
			13
		)
	).toBe('slipping');
});

test('what was missed and then known on the same day is due the next day, not today', () => {
	const known = card(onDays([0, false], [0, true]));
	expect(dueDay(known, PACE, 20_000)).toBe(20_001);
	expect(known).toMatchObject({ lapses: 0, streak: 1, tries: 2 });
});

test('a fact known and lost five times is named, until it holds for three weeks', () => {
	const lost = Array.from({ length: 5 }, (_, n): [number, boolean][] => [
		[3 * n, true],
		[3 * n + 1, false]
	]).flat();
	expect(isLeech(card(onDays(...lost.slice(0, -1))))).toBe(false);
	expect(isLeech(card(onDays(...lost)))).toBe(true);
	const held = [16, 18, 24, 40, 70, 120, 200].map((day): [number, boolean] => [day, true]);
	expect(isLeech(card(onDays(...lost, ...held)))).toBe(false);
});
