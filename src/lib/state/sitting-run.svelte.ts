import { answers } from '$lib/questions/kinds/answers';
import type { Given } from '$lib/questions/question';
import { type Sitting, type SittingEvent } from '$lib/quiz/sitting';
import { fold, nextOpen, tally } from '$lib/quiz/fold';
import { ok, type Problem, type Result } from '$lib/result';
import type { Progress } from './progress.svelte';
import { Stopwatch } from './stopwatch';

export interface Clock {
	/** Milliseconds since 1970, UTC. */
	now(): number;
	/** Milliseconds that only count up. */
	monotonic(): number;
}
export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** A sitting on the screen: takes what the learner does, keeps it, and says how it stands. */
export class SittingRun {
	sitting = $state.raw() as Sitting;
	/** Where the newest answer is: on its way to the disk, there, or not. */
	saving = $state.raw<'saving' | 'saved' | Problem | undefined>(undefined);

	readonly state = $derived(fold(this.sitting));
	readonly item = $derived(this.sitting.items[this.state.current]);
	readonly answer = $derived(this.state.answers[this.state.current]);
	readonly tally = $derived(tally(this.state));
	readonly next = $derived(nextOpen(this.state, this.state.current));

	readonly #progress: Progress;
	/** Who sits here, whoever's turn another tab says it is. */
	readonly #learner: string;
	readonly #clock: Clock;
	readonly #watch: Stopwatch;
	#writing: Promise<unknown> = Promise.resolve();

	constructor(progress: Progress, sitting: Sitting, clock: Clock = systemClock) {
		this.#progress = progress;
		this.#learner = progress.learner.id;
		this.#clock = clock;
		this.#watch = new Stopwatch(() => clock.monotonic());
		this.sitting = sitting;
		this.#watch.restart();
	}

	/** Scores and keeps an answer; a sentence instead where it can't be read. */
	give(given: Given, hints = 0): Result<Given> {
		const question = this.item?.question;
		if (!question || this.answer) return ok(given);
		const valid = answers[question.kind].validate(question, given);
		if (!valid.ok) return valid;
		this.#watch.stop();
		this.#happen({
			type: 'answered',
			item: this.state.current,
			given: valid.value,
			score: answers[question.kind].score(question, valid.value),
			ms: Math.round(this.#watch.ms),
			...(hints ? { hints } : {}),
			at: this.#clock.now()
		});
		return valid;
	}

	/** Takes the answer on the screen back. */
	async undo(): Promise<void> {
		await this.#writing;
		const { sitting } = this;
		const undone = await this.#progress.undo(sitting, this.state.current);
		this.saving = undone.ok ? undefined : undone.error;
		if (!undone.ok || sitting !== this.sitting) return;
		this.sitting = undone.value;
		this.#watch.restart();
	}

	skip(): void {
		this.#happen({ type: 'skipped', item: this.state.current, at: this.#clock.now() });
		this.#watch.restart();
	}

	/** Shows an item; goes on only when the newest answer is on the disk, or is known not to be. */
	async go(item: number): Promise<void> {
		await this.#writing;
		if (item === this.state.current) return;
		this.#happen({ type: 'moved', item, at: this.#clock.now() });
		this.#watch.restart();
		this.saving = undefined;
	}

	pause(): void {
		this.#watch.stop();
		if (!this.state.paused) this.#happen({ type: 'paused', at: this.#clock.now() });
	}

	resume(): void {
		if (this.state.paused) this.#happen({ type: 'resumed', at: this.#clock.now() });
		if (!this.answer) this.#watch.resume();
	}

	async finish(): Promise<void> {
		await this.#writing;
		this.#happen({ type: 'finished', at: this.#clock.now() });
		await this.#writing;
	}

	/** Tries again to write what is not on the disk yet. */
	retry(): Promise<unknown> {
		this.#write();
		return this.#writing;
	}

	/** Settles when everything so far is written, or known not to be. */
	settled(): Promise<unknown> {
		return this.#writing;
	}

	/** Counts no time while nobody can see the question. */
	hidden(isHidden: boolean): void {
		if (isHidden) this.#watch.stop();
		else if (!this.state.paused && !this.answer) this.#watch.resume();
	}

	#happen(event: SittingEvent): void {
		this.sitting = { ...this.sitting, events: [...this.sitting.events, event] };
		this.#write(event.type === 'answered' ? event.item : undefined);
	}

	#write(item?: number): void {
		const { sitting } = this;
		const answer = item === undefined ? undefined : this.state.answers[item];
		if (answer) this.saving = 'saving';
		this.#writing = this.#writing
			.then(() => this.#progress.record(sitting, item, answer, this.#learner))
			.then((problem) => {
				if (problem) this.saving = problem;
				else if (this.saving) this.saving = 'saved';
			});
	}
}
