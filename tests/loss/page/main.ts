import type { Archive } from '$lib/memory/archive';
import { lossProblem } from '$lib/storage/losses';
import { toProblem } from '$lib/storage/problems';
import { Store } from '$lib/storage/store';
import { ACTS, type ActName, type Found } from './acts';
import { answers, sittingOf } from './answers';
import { app } from './app';
import { onFirstWrite } from './first-write';
import { hasty } from './hasty';
import { relaxed } from './relaxed';
import type { Writer } from './writer';

const WRITERS: Record<string, () => Promise<Writer>> = { app, hasty, relaxed };

/** What the test asks for from outside. What happens meanwhile it reads on the console. */
export interface Harness {
	/** How many answers were acknowledged so far. */
	acknowledged: number;
	/** Writes one answer after the other until the end. */
	writeOn(): Promise<never>;
	written(): Promise<number[]>;

	prepare(act: ActName): Promise<void>;
	/** Says `begun` when it first writes, and `done`. */
	run(act: ActName): Promise<void>;
	found(act: ActName): Promise<Found>;

	/** Answers from one number up to another; then what is to be done at idle moments. */
	record(from: number, to: number): Promise<void>;
	/** Answers one by one, from a number on, until there is no room. */
	fill(from: number): Promise<{ saved: number; code: string; reserve: boolean }>;
	/** Whether there is room held back, after what is to be done at idle moments. */
	tend(): Promise<boolean>;
	archive(): Promise<Archive>;
	/** Brings back what the copy outside of the database has, in a storage made anew where nothing else will do. */
	recover(): Promise<void>;
	/** Makes the storage anew where nothing else will do, and brings a backup back. */
	mend(archive: Archive): Promise<void>;
	/** How many answers there are, and what a person is told of it. */
	look(): Promise<{ answers: number; told: string }>;
}

const name = new URLSearchParams(location.search).get('writer') ?? 'app';
const writer = await WRITERS[name]?.();
if (!writer) throw new Error(`There is no writer “${name}”`);
const store = new Store();

const harness: Harness = {
	acknowledged: 0,
	async writeOn() {
		harness.acknowledged = Math.max(-1, ...(await writer.written())) + 1;
		for (;;) {
			await writer.write(harness.acknowledged);
			harness.acknowledged++;
			console.log(harness.acknowledged);
		}
	},
	written: () => writer.written(),

	prepare: (act) => ACTS[act].prepare(),
	async run(act) {
		onFirstWrite(() => console.log('begun'));
		await ACTS[act].run();
		console.log('done');
	},
	found: (act) => ACTS[act].found(),

	record: (from, to) => store.record(sittingOf(from), answers(from, to)),
	async fill(from) {
		for (let n = from; ; n++)
			try {
				await store.record(sittingOf(n * 10), answers(n, n + 1));
			} catch (error) {
				const { reserve } = await store.health();
				return { saved: n, code: toProblem(error).code, reserve };
			}
	},
	async tend() {
		await store.tend();
		return (await store.health()).reserve;
	},
	archive: () => store.archive(),
	async recover() {
		await store.recover().catch(() => store.repair());
	},
	mend: (archive) =>
		store.merge(archive).catch(() => store.repair().then(() => store.merge(archive))),
	async look() {
		try {
			const { values } = await store.attempts();
			const told = lossProblem(await store.check())?.message ?? '';
			return { answers: values.length, told };
		} catch (error) {
			return { answers: 0, told: toProblem(error).message };
		}
	}
};
Object.assign(globalThis, { harness: () => harness });
