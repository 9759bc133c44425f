import { createContext } from 'svelte';
import { attemptsOf, type Attempt } from '$lib/memory/attempt';
import { recallOf } from '$lib/memory/recall';
import { fold, type Answer, type Sitting } from '$lib/quiz/sitting';
import { fail, ok, type Problem, type Result } from '$lib/result';
import type { Deck } from '$lib/facts/deck';
import { toProblem } from '$lib/storage/problems';
import type { Store } from '$lib/storage/store';

export const [getProgress, setProgress] = createContext<Progress>();

const LEARNER = 'me';
const CHANNEL = 'quern-progress';

/** What the learner has done on this device, kept in step with storage and with other tabs. */
export class Progress {
	attempts = $state.raw<readonly Attempt[]>([]);
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

	readonly recalls = $derived(recallOf([...this.attempts, ...this.unsaved]));
	/** Begun and not finished, the newest first. */
	readonly unfinished = $derived(this.#open.toSorted((a, b) => lastTouched(b) - lastTouched(a)));

	/** Decks that were brought along, beside those that ship with the app. */
	decks = $state.raw<readonly Deck[]>([]);

	/** Settles when storage has been read for the first time, or is known to fail. */
	readonly loaded: Promise<void>;
	#settle: () => void = () => {};

	readonly #store: Store;
	#channel: BroadcastChannel | undefined;

	constructor(store: Store) {
		this.#store = store;
		this.loaded = new Promise((settle) => (this.#settle = settle));
		store.listen((problem) => (this.problem = problem));
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
		addEventListener('pagehide', hide);
		addEventListener('pageshow', show);
		void this.load();
		return () => {
			this.#channel?.close();
			removeEventListener('pagehide', hide);
			removeEventListener('pageshow', show);
			void this.#store.close();
		};
	}

	async load(): Promise<void> {
		try {
			const [attempts, sittings, decks] = await Promise.all([
				this.#store.attempts(),
				this.#store.openSittings(),
				this.#store.decks()
			]);
			this.attempts = attempts.values;
			this.#open = sittings.values;
			this.decks = decks.values;
			this.unreadable = attempts.unreadable + sittings.unreadable + decks.unreadable;
		} catch (error) {
			this.problem = toProblem(error);
		}
		this.ready = true;
		this.#settle();
	}

	/**
	 * Writes a sitting with its newest answer, and whatever could not be written before. Resolves to the
	 * problem if it failed; the answer then stays among the unsaved.
	 */
	async record(sitting: Sitting, item?: number, answer?: Answer): Promise<Problem | undefined> {
		const offset = -new Date(answer?.at ?? sitting.startedAt).getTimezoneOffset();
		const made =
			item === undefined || !answer
				? []
				: attemptsOf(sitting, item, answer, { learner: LEARNER, offset, newest: this.#newest() });
		const waiting = [...this.unsaved, ...made];
		this.unsaved = waiting;
		this.#open = [
			...this.#open.filter((other) => other.id !== sitting.id),
			...(fold(sitting).finished ? [] : [sitting])
		];
		try {
			await this.#store.record(sitting, waiting);
		} catch (error) {
			this.problem = toProblem(error);
			return this.problem;
		}
		const written = new Set(waiting.map((attempt) => attempt.id));
		this.attempts = [...this.attempts, ...waiting];
		this.unsaved = this.unsaved.filter((attempt) => !written.has(attempt.id));
		this.problem = undefined;
		this.#channel?.postMessage('written');
		return undefined;
	}

	#newest(): number {
		return [...this.attempts, ...this.unsaved].reduce(
			(most, { order }) => Math.max(most, order),
			0
		);
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
		this.#channel?.postMessage('written');
		return ok(kept);
	}
}

export const lastTouched = (sitting: Sitting): number =>
	sitting.events.at(-1)?.at ?? sitting.startedAt;
