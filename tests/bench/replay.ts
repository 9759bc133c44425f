import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createEmptyCard, FSRS, type Card, type Grade } from 'ts-fsrs';
import type { Attempt } from '$lib/memory/attempt';
import { EMPTY } from '$lib/memory/card';
import { gradeOf, timed } from '$lib/memory/grade';
import { replay } from '$lib/memory/replay';
import { randomFrom } from '$lib/random';
import { compared, median, type Benchmark } from './figure';

const ATTEMPTS = 100_000;
const FACTS = 5000;
const A_DAY = 200;
const RUNS = 5;
const DAY = 86_400_000;

/** How fast a log becomes cards, against ts-fsrs told the same grades at the same times; and what the cards take. */
export const replaying: Benchmark = async function* () {
	await Promise.resolve();
	const log = someLog();
	const answers = log.reduce<{ list: { fact: string; at: Date; grade: Grade }[]; tempo: object }>(
		({ list, tempo }, attempt) => {
			list.push({
				fact: attempt.fact,
				at: new Date(attempt.at),
				grade: gradeOf(attempt, tempo as never)
			});
			return { list, tempo: timed(tempo as never, attempt) };
		},
		{ list: [], tempo: {} }
	).list;
	const fsrs = new FSRS({ enable_fuzz: false });
	const bare = () => {
		const cards = new Map<string, Card>();
		for (const { fact, at, grade } of answers)
			cards.set(fact, fsrs.next(cards.get(fact) ?? createEmptyCard(at), at, grade).card);
		return cards;
	};
	const own = () => replay(EMPTY, log);
	// In turns, so that a noisy moment hits both.
	const times = { own: [] as number[], bare: [] as number[] };
	for (let run = 0; run <= RUNS; run++) {
		const [mine, theirs] = [time(own), time(bare)];
		if (run === 0) continue; // warming up
		times.own.push(mine);
		times.bare.push(theirs);
	}
	yield compared('replay of 100,000 attempts', median(times.own), 'ms', median(times.bare), 1);
	const kept = heapOf(own);
	yield compared('replay memory kept', kept, 'bytes', heapOf(someLog), 1);
};

function time(run: () => unknown): number {
	const start = performance.now();
	run();
	return +(performance.now() - start).toFixed(1);
}

/** Bytes that a result holds on to. */
function heapOf(make: () => unknown): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	const before = process.memoryUsage().heapUsed;
	const made = make();
	collect();
	const after = process.memoryUsage().heapUsed;
	if (!made) throw new Error('Nothing was made.');
	return after - before;
}

/** Answers about facts of many decks, two hundred a day, nine in ten of them right. */
function someLog(): Attempt[] {
	const random = randomFrom('replay');
	return Array.from({ length: ATTEMPTS }, (_, n) => {
		const fact = Math.floor(random() * FACTS);
		const at = 1_700_000_000_000 + Math.floor(n / A_DAY) * DAY + (n % A_DAY) * 20_000;
		return {
			...{ version: 2, id: `s${Math.floor(n / 10)}:${n % 10}:f${fact}`, learner: 'me' },
			...{ deck: `d${fact % 50}`, fact: `f${fact}`, question: `q${fact}`, slot: 1 },
			...{ kind: random() < 0.5 ? 'choice' : 'text', given: 'x', right: random() < 0.9 },
			...{ ms: Math.floor(2000 + random() * 8000), at, offset: 60, order: at },
			...{ where: 'review', sitting: `s${Math.floor(n / 10)}` }
		};
	});
}
