import { openDB } from 'idb';
import type { Attempt } from '$lib/memory/attempt';
import type { Sitting } from '$lib/quiz/sitting';
import { Store } from '$lib/storage/store';

/** What the benchmark asks for from outside. Times are in milliseconds. */
export interface Bench {
	/** Keeps so many answers, the newest of today, gathered but for the last twenty; `facts` by id. */
	seed(answers: number, deck: string, facts: readonly string[]): Promise<void>;
	/** Answers recorded by the app, and single strict puts of the same records, in turns; then gathered but for some. */
	record(times: number): Promise<{ app: number[]; raw: number[] }>;
	remembered(): Promise<{ ms: number; attempts: number }>;
	/** The whole log from segments. */
	log(): Promise<number>;
	/** The same log as single records. */
	single(): Promise<number>;
}

const FACTS = 2000;
const TAIL = 20;
const PORTION = 2000;
const store = new Store();

const sitting: Sitting = {
	version: 1,
	id: 'benchmark',
	where: 'quiz',
	link: '',
	title: 'Benchmark',
	startedAt: 0,
	items: [],
	events: [{ type: 'finished', at: 1 }]
};

function attempt(n: number, of: number, deck: string, facts: readonly string[]): Attempt {
	const at = Date.now() - 60_000 * (of - n) - 2 * 86_400_000;
	const fact = facts[n % FACTS] ?? `fact-of-an-older-deck-${n % FACTS}`;
	return {
		version: 2,
		id: `sitting-${Math.floor(n / 10)}:${n % 10}:${fact}`,
		learner: 'me',
		deck,
		fact,
		question: `question-${n % 6000}`,
		kind: 'choice',
		slot: n % 3,
		given: `answer ${n % 40}`,
		right: n % 5 > 0,
		ms: 2000 + (n % 977) * 10,
		at,
		offset: 60,
		order: at,
		where: 'quiz',
		sitting: `sitting-${Math.floor(n / 10)}`
	};
}

const timed = async (run: () => Promise<unknown>): Promise<number> => {
	const start = performance.now();
	await run();
	return performance.now() - start;
};

const bench: Bench = {
	async seed(answers, deck, facts) {
		const all = Array.from({ length: answers }, (_, n) => attempt(n, answers, deck, facts));
		const older = all.slice(0, -TAIL);
		for (let n = 0; n < older.length; n += PORTION) {
			await store.record(sitting, older.slice(n, n + PORTION));
			await store.compact();
		}
		await store.record(sitting, all.slice(-TAIL));
		await store.tend();
	},
	async record(times) {
		const database = await openDB('raw', 1, {
			upgrade: (raw) => void raw.createObjectStore('answers', { autoIncrement: true })
		});
		const all = Array.from({ length: times }, (_, n) => attempt(n, times, 'recorded', []));
		const taken = { app: [] as number[], raw: [] as number[] };
		for (const one of all) {
			taken.app.push(await timed(() => store.record(sitting, [one])));
			taken.raw.push(
				await timed(async () => {
					const transaction = database.transaction('answers', 'readwrite', {
						durability: 'strict'
					});
					await Promise.all([transaction.store.put(one), transaction.done]);
				})
			);
		}
		database.close();
		await store.compact();
		await store.record(
			sitting,
			all.slice(-TAIL).map((one) => ({ ...one, id: `${one.id} again`, order: Date.now() }))
		);
		return taken;
	},
	async remembered() {
		let attempts = 0;
		const ms = await timed(async () => ({ attempts } = await store.remembered()));
		return { ms, attempts };
	},
	log: () => timed(() => store.attempts()),
	async single() {
		const { values } = await store.attempts();
		const database = await openDB('single', 1, {
			upgrade: (raw) => void raw.createObjectStore('answers', { autoIncrement: true })
		});
		const transaction = database.transaction('answers', 'readwrite');
		for (const one of values) void transaction.store.add(one);
		await transaction.done;
		const ms = await timed(() => database.getAll('answers'));
		database.close();
		return ms;
	}
};
Object.assign(globalThis, { bench: () => bench });
