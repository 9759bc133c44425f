import { createContext } from 'svelte';
import type { Deck } from '$lib/facts/deck';
import { type Attempt } from '$lib/memory/attempt';
import { attemptId, attemptsOf } from '$lib/memory/attempts-of';
import { orderAfter } from '$lib/memory/order';
import { EMPTY, type Memory } from '$lib/memory/card';
import { dayOf } from '$lib/memory/day';
import type { Removal } from '$lib/memory/removal';
import { type Sitting, type SittingEvent } from '$lib/quiz/sitting';
import { fold, type Answer } from '$lib/quiz/fold';
import { fail, ok, type Problem, type Result } from '$lib/result';
import { toProblem } from '$lib/storage/problems';
import { readMark } from '$lib/storage/sentinel';
import type { Store } from '$lib/storage/store';
import type { Learners } from './learners.svelte';
import { now } from './now';
import type { Word } from './tending';

export const [getProgress, setProgress] = createContext<Progress>();

const CHANNEL = 'quern-progress';
/** Milliseconds after the start at which the page has nothing better to do. */
const IDLE = 3000;

/** What the learner has done on this device, kept in step with storage and with other tabs. */
export class Progress {
	/** What the learner remembers, answers that are not on the disk yet included. */
	memory = $state.raw<Memory>(EMPTY);
	/** Answers on the disk. */
	answers = $state(0);
	/** Begun and not finished. */
	#open = $state.raw<readonly Sitting[]>([]);
	/** Whether storage has been read; until then nothing is known. */
	ready = $state(false);
	/** What is wrong with storage, if anything. */
	problem = $state.raw<Problem | undefined>(undefined);
	/** Records of another version, left alone. */
	unreadable = $state(0);
	/** Answers given that are not on the disk yet. */
	unsaved = $state.raw<readonly Attempt[]>([]);
	/** What the storage had to say at the last idle moment. */
	word = $state.raw<Word | undefined>(undefined);
	/** The learner's day. */
	today = $state(dayOf(now()));

	/** Begun and not finished, the newest first. */
	readonly unfinished = $derived(this.#open.toSorted((a, b) => lastTouched(b) - lastTouched(a)));

	/** Decks that were brought along, beside those that ship with the app. */
	decks = $state.raw<readonly Deck[]>([]);

	/** Settles when storage has been read for the first time, or is known to fail. */
	readonly loaded: Promise<void>;
	#settle: () => void = () => {};

	readonly learners: Learners;
	readonly #store: Store;
	#channel: BroadcastChannel | undefined;

	constructor(store: Store, learners: Learners) {
		this.#store = store;
		this.learners = learners;
		this.loaded = new Promise((settle) => (this.#settle = settle));
		store.listen((problem) => (this.problem = problem));
	}

	get learner() {
		return this.learners.current;
	}
	get pace() {
		return this.learners.current.pace;
	}

	/** Reads storage and listens to other tabs. Call once, in the browser; returns how to let go again. */
	start(): () => void {
		this.#channel = new BroadcastChannel(CHANNEL);
		this.#channel.onmessage = () => void this.load();
		const hide = (event: PageTransitionEvent) => {
			if (event.persisted) void this.#store.close();
		};
		const show = (event: PageTransitionEvent) => {
			if (event.persisted) void this.load();
		};
		const wake = () => (this.today = dayOf(now()));
		addEventListener('pagehide', hide);
		addEventListener('pageshow', show);
		document.addEventListener('visibilitychange', wake);
		void this.load().then(() => {
			if (this.answers > 0 || readMark()) tending = setTimeout(() => void this.tend(), IDLE);
		});
		let tending: ReturnType<typeof setTimeout> | undefined;
		return () => {
			clearTimeout(tending);
			this.#channel?.close();
			removeEventListener('pagehide', hide);
			removeEventListener('pageshow', show);
			document.removeEventListener('visibilitychange', wake);
			void this.#store.close();
		};
	}

	/** Looks after the storage; for when a page stands and when a session is over. */
	async tend(): Promise<void> {
		const { tend } = await import('./tending');
		// Nobody waits for it, and whoever answers next hears what is wrong.
		this.word = await tend(this.#store, now().at).catch(() => undefined);
		if (!this.word?.regained) return;
		await this.load();
		this.tell();
	}

	/** The person knows what is missing. */
	async acknowledge(): Promise<void> {
		await this.#store.acknowledge();
		this.word = undefined;
	}

	async load(): Promise<void> {
		try {
			await this.learners.load();
			const { id } = this.learner;
			const [remembered, sittings, decks] = await Promise.all([
				this.#store.remembered(id),
				this.#store.openSittings(id),
				this.#store.decks()
			]);
			this.memory = remembered.memory;
			this.answers = remembered.attempts;
			this.#open = sittings.values;
			this.decks = decks.values;
			this.unreadable = remembered.unreadable + sittings.unreadable + decks.unreadable;
			await this.#learn(this.unsaved);
		} catch (error) {
			this.problem = toProblem(error);
		}
		this.today = dayOf(now());
		this.ready = true;
		this.#settle();
	}

	/** Everything the learner answered, the oldest first. Read anew each time. */
	async log(): Promise<readonly Attempt[]> {
		return [...(await this.#store.attempts(this.learner.id)).values, ...this.unsaved];
	}

	/** Another learner's turn. What was not written yet of the last one's stays waiting, under their name. */
	async switchTo(learner: string): Promise<void> {
		this.learners.choose(learner);
		await this.load();
		this.tell();
	}

	/** Other tabs read storage again. */
	tell(): void {
		this.#channel?.postMessage('written');
	}

	/**
	 * Writes a sitting with its newest answer, and whatever could not be written before. Resolves to the
	 * problem if it failed; the answer then stays among the unsaved.
	 */
	async record(
		sitting: Sitting,
		item?: number,
		answer?: Answer,
		learner = this.learner.id
	): Promise<Problem | undefined> {
		const offset = -new Date(answer?.at ?? sitting.startedAt).getTimezoneOffset();
		const made =
			item === undefined || !answer
				? []
				: attemptsOf(sitting, item, answer, {
						learner,
						offset,
						newest: this.#newest()
					});
		const waiting = [...this.unsaved, ...made];
		this.unsaved = waiting;
		this.#open = [
			...this.#open.filter((other) => other.id !== sitting.id),
			...(fold(sitting).finished ? [] : [sitting])
		];
		const learning = this.#learn(made);
		try {
			await this.#store.record(sitting, waiting, learner);
		} catch (error) {
			this.problem = toProblem(error);
			return this.problem;
		}
		await learning;
		const written = new Set(waiting.map((attempt) => attempt.id));
		this.answers += waiting.filter((attempt) => attempt.learner === this.learner.id).length;
		this.unsaved = this.unsaved.filter((attempt) => !written.has(attempt.id));
		this.problem = undefined;
		this.tell();
		return undefined;
	}

	/** Takes an answer back, as if it had never been given. Resolves to the sitting without it. */
	async undo(sitting: Sitting, item: number): Promise<Result<Sitting>> {
		const facts = sitting.items[item]?.question.factIds ?? [];
		const given = facts.map((fact) => attemptId(sitting, item, fact));
		const undone: SittingEvent = { type: 'undone', item, at: now().at };
		const next = { ...sitting, events: [...sitting.events, undone] };
		this.unsaved = this.unsaved.filter((attempt) => !given.includes(attempt.id));
		try {
			for (const attempt of given)
				await this.#store.remove(this.#removal({ type: 'attempt', attempt }));
			await this.#store.record(next, [], this.learner.id);
		} catch (error) {
			return fail(toProblem(error));
		}
		await this.load();
		this.tell();
		return ok(next);
	}

	/** Forgets something on purpose; a backup that still has it does not bring it back unless asked. */
	async remove(what: Removal['what']): Promise<Problem | undefined> {
		try {
			await this.#store.remove(this.#removal(what));
		} catch (error) {
			return toProblem(error);
		}
		await this.load();
		this.tell();
		return undefined;
	}

	#removal(what: Removal['what']): Removal {
		const { at } = now();
		const order = orderAfter(this.#newest(), at);
		const of =
			what.type === 'answers' ? `${what.learner}:${what.deck ?? ''}` : Object.values(what)[1];
		return { version: 1, id: `${what.type}:${of}:${order}`, at, order, what, revoked: false };
	}

	/** Replays what the learner whose turn it is has answered; of others, storage keeps account. */
	async #learn(attempts: readonly Attempt[]): Promise<void> {
		const own = attempts.filter(({ learner }) => learner === this.learner.id);
		if (own.length === 0) return;
		const { replay } = await import('$lib/memory/replay');
		this.memory = replay(this.memory, own);
	}

	#newest(): number {
		return this.unsaved.reduce((most, { order }) => Math.max(most, order), this.memory.newest);
	}

	/** Keeps a deck that was brought along. What has its slug already is not overwritten: it gets another. */
	async bring(deck: Deck, taken: readonly string[]): Promise<Result<Deck>> {
		const same = this.decks.find((other) => other.slug === deck.slug);
		if (same && JSON.stringify(same) === JSON.stringify(deck)) return ok(same);
		const slugs = new Set([...taken, ...this.decks.map((other) => other.slug)]);
		let slug = deck.slug;
		for (let n = 2; slugs.has(slug); n++) slug = `${deck.slug}-${n}`;
		const kept = { ...deck, slug };
		try {
			await this.#store.saveDeck(kept);
		} catch (error) {
			return fail(toProblem(error));
		}
		this.decks = [...this.decks, kept];
		this.tell();
		return ok(kept);
	}
}

export const lastTouched = (sitting: Sitting): number =>
	sitting.events.at(-1)?.at ?? sitting.startedAt;
