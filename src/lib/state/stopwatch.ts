/** Time on a question, without the pauses. `now` is monotonic milliseconds. */
export class Stopwatch {
	readonly #now: () => number;
	#counted = 0;
	#since: number | undefined;

	constructor(now: () => number) {
		this.#now = now;
	}

	/** From nought. */
	restart(): void {
		this.#counted = 0;
		this.#since = this.#now();
	}
	stop(): void {
		this.#counted = this.ms;
		this.#since = undefined;
	}
	resume(): void {
		this.#since ??= this.#now();
	}
	get ms(): number {
		return this.#counted + (this.#since === undefined ? 0 : this.#now() - this.#since);
	}
}
