import { breather } from '$lib/formats/backup-breath';
import { readBackup, type Backup } from '$lib/formats/backup-read';
import type { Archive } from '$lib/memory/archive';
import { changesOf, type Changes } from '$lib/memory/changes';
import { matches, settled, without, type Match } from '$lib/memory/restore';
import type { Problem } from '$lib/result';
import { toProblem } from '$lib/storage/problems';
import type { Keeper, Snapshot } from './keeping.svelte';

/** Where a restore comes from, as far as it says. */
export interface Source {
	/** Of the file; absent for a copy on this device. */
	name?: string;
	/** Milliseconds since 1970, UTC. */
	madeAt?: number;
	/** Records in it that this version doesn't know. */
	unreadable: number;
	/** What could be read of a damaged file. */
	isDamaged: boolean;
}

/** Nothing on the device changes before `merging`. */
export type Step =
	| { at: 'idle' }
	| { at: 'reading'; name: string; share: number }
	| { at: 'refused'; problem: Problem; name: string; rest?: Backup }
	| { at: 'shown'; source: Source; people: readonly Match[] }
	| { at: 'merging' }
	| { at: 'failed'; problem: Problem }
	| { at: 'done'; answers: number; isRevived: boolean };

/** A file or an older copy that is looked at, and brought in if the person says so. */
export class Restoring {
	step = $state.raw<Step>({ at: 'idle' });
	/** By the id in the file: who that is here, as the person has said. */
	chosen = $state.raw<ReadonlyMap<string, string>>(new Map());
	/** Bring back what was deleted here. */
	revive = $state(false);
	/** Delete here what was deleted there. */
	take = $state(false);

	#here = $state.raw<Archive | undefined>(undefined);
	#file = $state.raw<Archive | undefined>(undefined);
	#stop: AbortController | undefined;

	/** What it would change; `undefined` until it is known who is who. */
	changes = $state.raw<Changes | undefined>(undefined);
	/** The file as it would be merged. */
	#settled: Archive | undefined;
	/** Those here who somebody in the file may be. */
	readonly present = $derived(this.#here ? peopleOf(this.#here) : []);

	constructor(
		private store: Pick<Keeper, 'archive' | 'archiveAt' | 'merge'>,
		/** Hears that what is kept has changed. */
		private changed: () => void
	) {}

	async open(file: File): Promise<void> {
		this.leave();
		const stop = (this.#stop = new AbortController());
		const { name } = file;
		this.step = { at: 'reading', name, share: 0 };
		const progress = (share: number) => {
			if (!stop.signal.aborted) this.step = { at: 'reading', name, share };
		};
		try {
			const read = await readBackup(file, { progress, signal: stop.signal });
			if (stop.signal.aborted) return;
			if (read.ok) return await this.#show(read.value.archive, sourceOf(read.value, name));
			const { rest, ...problem } = read.error;
			this.step = { at: 'refused', problem, name, ...(rest ? { rest } : {}) };
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Goes on with what is left of a damaged file. */
	async openRest(): Promise<void> {
		if (this.step.at !== 'refused' || !this.step.rest) return;
		const { rest, name } = this.step;
		try {
			await this.#show(rest.archive, { ...sourceOf(rest, name), isDamaged: true });
		} catch (error) {
			this.#fail(error);
		}
	}

	async openSnapshot({ at }: Snapshot): Promise<void> {
		this.leave();
		this.#stop = new AbortController();
		this.step = { at: 'reading', name: '', share: 0 };
		try {
			const source = { madeAt: at, unreadable: 0, isDamaged: false };
			await this.#show(await this.store.archiveAt(at), source);
		} catch (error) {
			this.#fail(error);
		}
	}

	async #show(file: Archive, source: Source): Promise<void> {
		const stop = this.#stop;
		const here = await this.store.archive();
		// Of a copy from this device everybody is who they were.
		const people = (await matches(here, file, breather())).map((match) =>
			source.name === undefined ? { ...match, to: match.learner } : match
		);
		if (stop?.signal.aborted) return;
		this.#here = here;
		this.#file = file;
		await this.#compare(people);
		if (!stop?.signal.aborted) this.step = { at: 'shown', source, people };
	}

	#fail(error: unknown): void {
		this.leave();
		this.step = { at: 'failed', problem: notBrought(error) };
	}

	/** Says who somebody in the file is. */
	choose(learner: string, to: string): void {
		this.chosen = new Map(this.chosen).set(learner, to);
		if (this.step.at === 'shown') void this.#compare(this.step.people);
	}

	async #compare(people: readonly Match[]): Promise<void> {
		const [here, file, chosen] = [this.#here, this.#file, this.chosen];
		const to = new Map(
			people.map(({ learner, to: known }) => [learner, known ?? chosen.get(learner)] as const)
		);
		if (!here || !file || !isWhole(to)) return;
		const archive = settled(here, file, to);
		const changes = await changesOf(here, archive, breather());
		// The person may have gone on meanwhile.
		if (this.#file !== file || this.chosen !== chosen) return;
		this.#settled = archive;
		this.changes = changes;
	}

	/** Merges. What is here stays, whatever happens: it is done whole or not at all. */
	async bring(): Promise<void> {
		const changes = this.changes;
		const file = this.#settled;
		if (!changes || !file) return;
		const { revive, take } = this;
		const answers = changes.learners.reduce(
			(sum, { fresh, deleted }) => sum + fresh + (revive ? deleted : 0),
			0
		);
		this.step = { at: 'merging' };
		try {
			await this.store.merge(take ? file : without(file, changes.taking), {
				revoke: revive ? changes.keptOut : []
			});
			this.leave();
			this.step = { at: 'done', answers, isRevived: revive };
			this.changed();
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Stops reading, or lets go of what was read. */
	leave(): void {
		this.#stop?.abort();
		this.step = { at: 'idle' };
		this.#here = undefined;
		this.#file = undefined;
		this.#settled = undefined;
		this.changes = undefined;
		this.chosen = new Map();
		this.revive = false;
		this.take = false;
	}
}

/** The store's words are about answers that are being given. */
function notBrought(error: unknown): Problem {
	const problem = toProblem(error);
	if (problem.code === 'full')
		return {
			code: 'full',
			message:
				'This device has no room to bring that in. Nothing has been changed. Free some space (old photos, other sites’ data), then try again.'
		};
	if (problem.code === 'failed')
		return {
			code: 'failed',
			message:
				'That could not be brought in. Nothing has been changed. Load the page again, then try once more.'
		};
	return problem;
}

const isWhole = (to: ReadonlyMap<string, string | undefined>): to is ReadonlyMap<string, string> =>
	[...to.values()].every((id) => id !== undefined);

function sourceOf({ head, unreadable }: Backup, name: string): Source {
	return { name, ...(head ? { madeAt: head.madeAt } : {}), unreadable, isDamaged: false };
}

function peopleOf(here: Archive): { id: string; name: string }[] {
	const names = new Map(here.learners.map(({ id, name }) => [id, name]));
	const ids = new Set([...here.attempts.map(({ learner }) => learner), ...names.keys()]);
	return [...ids].map((id) => ({ id, name: names.get(id) ?? '' }));
}
