import type { Attempt } from '$lib/memory/attempt';
import { Store } from '$lib/storage/store';
import type { Writer } from './writer';

/** The app's own storage, called as the app calls it: an answer is its sitting and its attempt at once. */
export function app(): Promise<Writer> {
	const store = new Store();
	return Promise.resolve({
		write: (n) => store.record({ ...SITTING, id: sittingOf(n) }, [attempt(n)]),
		async written() {
			const { values, unreadable } = await store.attempts();
			if (unreadable) throw new Error(`${unreadable} attempts came back unreadable`);
			return values.map(({ at }) => at);
		}
	});
}

const SITTING = {
	version: 1 as const,
	where: 'quiz' as const,
	link: '',
	title: 'Power cut',
	startedAt: 0,
	items: [],
	events: []
};

const sittingOf = (n: number): string => `sitting-${Math.floor(n / 10)}`;

const attempt = (n: number): Attempt => ({
	version: 2,
	id: `${sittingOf(n)}:${n % 10}:fact`,
	learner: 'learner',
	deck: 'deck',
	fact: 'fact',
	question: 'question',
	kind: 'choice',
	given: 'the right option',
	right: true,
	ms: 1000,
	at: n,
	offset: 0,
	order: n,
	where: 'quiz',
	sitting: sittingOf(n)
});
