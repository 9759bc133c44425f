import { type Learner } from '$lib/memory/learner';
import { FIRST, firstLearner } from '$lib/memory/first';
import type { Store } from '$lib/storage/store';

/** Whose turn it is; read before the storage is. */
const TURN = 'quern-learner';
/** In this tab's session: that there is one, and whose PIN was given. */
const SESSION = 'quern-session';

/** The people who share this device, and whose turn it is. */
export class Learners {
	all = $state.raw<readonly Learner[]>([firstLearner(0)]);
	#id = $state(read('localStorage', TURN) ?? FIRST);
	#opened = $state(read('sessionStorage', SESSION) ?? '');

	readonly current = $derived(
		this.all.find(({ id }) => id === this.#id) ?? (this.all[0] as Learner)
	);
	/** Whether the PIN of the learner whose turn it is has still to be given. */
	readonly locked = $derived(this.current.pin !== undefined && this.#opened !== this.current.id);

	readonly #store: Store;
	#left = false;

	constructor(store: Store) {
		this.#store = store;
	}

	async load(): Promise<void> {
		const { values } = await this.#store.learners();
		if (!this.#left) {
			this.#left = true;
			if (values.some(({ clearOnExit }) => clearOnExit))
				await (await import('./leaving')).forgetThoseWhoLeft(this.#store, values);
			if (read('sessionStorage', SESSION) === undefined) write('sessionStorage', SESSION, '');
		}
		this.all = values.length === 0 ? [firstLearner(0)] : values;
		this.#id = read('localStorage', TURN) ?? this.#id;
	}

	choose(id: string): void {
		this.#id = id;
		write('localStorage', TURN, id);
		this.#open('');
	}

	/** Opens the latch with a PIN; false where it is not the right one. */
	async open(digits: string): Promise<boolean> {
		const { pin, id } = this.current;
		const { opens } = await import('$lib/memory/pin');
		if (pin && !opens(pin, digits)) return false;
		this.#open(id);
		return true;
	}

	/** Keeps a learner, new or changed. Rejects with the browser's error. */
	async save(learner: Learner): Promise<void> {
		// A second learner is the moment at which the first, whom nobody had to name, is written down.
		for (const other of this.all) if (other.id !== learner.id) await this.#store.saveLearner(other);
		await this.#store.saveLearner(learner);
		if (learner.pin && learner.id === this.current.id) this.#open(learner.id);
		await this.load();
	}

	#open(id: string): void {
		this.#opened = id;
		write('sessionStorage', SESSION, id);
	}
}

type Place = 'localStorage' | 'sessionStorage';

function read(place: Place, key: string): string | undefined {
	try {
		return globalThis[place].getItem(key) ?? undefined;
	} catch {
		return undefined; // blocked, or not in a browser
	}
}

function write(place: Place, key: string, value: string): void {
	try {
		globalThis[place].setItem(key, value);
	} catch {
		return; // blocked: it lasts as long as the page
	}
}
