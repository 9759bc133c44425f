import type { Attempt } from '$lib/memory/attempt';
import type { Sitting } from '$lib/quiz/sitting';

/** The answers from one number up to another. */
export const answers = (from: number, to: number): Attempt[] =>
	Array.from({ length: to - from }, (_, n) => answer(from + n));

const answer = (n: number): Attempt => ({
	version: 2,
	id: `${sittingOf(n).id}:${n % 10}:fact-${n % 97}`,
	learner: 'me',
	deck: 'deck',
	fact: `fact-${n % 97}`,
	question: 'question',
	kind: 'choice',
	given: n % 3 ? 'the right option' : 'another option',
	right: n % 3 > 0,
	ms: 1000,
	at: n,
	offset: 0,
	order: n,
	where: 'quiz',
	sitting: sittingOf(n).id
});

/** The sitting that an answer belongs to. */
export const sittingOf = (n: number, finished = false): Sitting => ({
	version: 1,
	id: `sitting-${Math.floor(n / 10)}`,
	where: 'quiz',
	link: '',
	title: 'Loss',
	startedAt: 0,
	items: [
		{
			deck: 'deck',
			question: {
				id: 'question',
				factId: 'fact-0',
				factIds: ['fact-0'],
				kind: 'choice',
				stem: 'Which of these is it? '.repeat(200),
				key: 'the right option',
				variants: [],
				others: [],
				options: [],
				items: [],
				evidence: [{ start: 0, end: 1, quote: 'x' }],
				explanation: '',
				difficulty: 0.5
			}
		}
	],
	events: finished ? [{ type: 'finished', at: n }] : []
});
