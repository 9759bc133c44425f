/** Attempts for tests: only what a test is about is said. */
import fc from 'fast-check';
import type { Attempt } from './attempt';
import type { Removal } from './removal';

export const DAY = 86_400_000;
/** Noon UTC of the learner's day 20,000. */
export const NOON = 20_000 * DAY + DAY / 2;

export const attemptOf = (order: number, more: Partial<Attempt> = {}): Attempt => ({
	version: 2,
	id: `s:${order}`,
	learner: 'me',
	deck: 'd',
	fact: 'f',
	question: 'q',
	kind: 'choice',
	given: 'x',
	right: true,
	ms: 4000,
	at: order,
	offset: 0,
	order,
	where: 'quiz',
	sitting: 's',
	...more
});

/** Answers about one fact, on learner's days counted from the first. */
export const onDays = (...answers: [day: number, right: boolean][]): Attempt[] =>
	answers.map(([day, right], n) =>
		attemptOf(NOON + n, { at: NOON + day * DAY + n * 60_000, right })
	);

/** Attempts whose ids and orders meet often, as those of two devices do. */
export const anyAttempt: fc.Arbitrary<Attempt> = fc
	.record({
		n: fc.nat(15),
		order: fc.integer({ min: 1, max: 30 }),
		fact: fc.constantFrom('f', 'g', 'h'),
		deck: fc.constantFrom('d', 'e'),
		learner: fc.constantFrom('me', 'ann'),
		kind: fc.constantFrom('choice' as const, 'text' as const, 'number' as const),
		right: fc.boolean(),
		hints: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
		ms: fc.nat(20_000),
		day: fc.integer({ min: -400, max: 400 }),
		offset: fc.constantFrom(-600, 0, 60, 330, 840)
	})
	.map(({ n, order, day, hints, ...more }) =>
		attemptOf(NOON + order, {
			id: `s:${n}`,
			at: NOON + day * DAY + order,
			...(hints === undefined ? {} : { hints }),
			...more
		})
	);

export const anyRemoval: fc.Arbitrary<Removal> = fc.record({
	version: fc.constant(1 as const),
	id: fc.nat(8).map((n) => `r:${n}`),
	at: fc.integer({ min: 1, max: 5 }),
	order: fc.integer({ min: 1, max: 30 }).map((n) => NOON + n),
	what: fc.oneof(
		fc.record({ type: fc.constant('attempt' as const), attempt: fc.nat(15).map((n) => `s:${n}`) }),
		fc.record(
			{
				type: fc.constant('answers' as const),
				learner: fc.constantFrom('me', 'ann'),
				deck: fc.constantFrom('d', 'e')
			},
			{ requiredKeys: ['type', 'learner'] }
		),
		fc.record({ type: fc.constant('deck' as const), deck: fc.constantFrom('d', 'e') }),
		fc.record({ type: fc.constant('learner' as const), learner: fc.constantFrom('me', 'ann') })
	),
	revoked: fc.boolean()
});
