import { nameOf } from '$lib/formats/backup';
import { only, writeBackup } from '$lib/formats/backup-write';
import type { Archive } from '$lib/memory/archive';
import type { Learner } from '$lib/memory/learner';
import type { Problem } from '$lib/result';
import {
	allowFolder,
	canChooseFolder,
	chooseFolder,
	forgetFolder,
	keptFolder,
	type Folder
} from '$lib/storage/folder';
import { toProblem } from '$lib/storage/problems';
import { backUpToFolder, type FolderSource } from './folder-backup';
import { reminder } from './reminder';

/** The part of the store that is needed here. */
export interface Keeper extends FolderSource {
	health(): Promise<{
		answers: number;
		decks: number;
		lastBackup: { at: number; answers: number } | undefined;
		snapshots: Snapshot[];
		persisted: boolean | undefined;
	}>;
	learners(): Promise<{ values: Learner[] }>;
	archiveAt(snapshot: number): Promise<Archive>;
	merge(archive: Archive, options: { revoke: readonly string[] }): Promise<void>;
}

/** A copy from before a migration or a restore. */
export interface Snapshot {
	at: number;
	why: string;
	bytes: number;
}

/** What comes from outside of the app's own rules. */
export interface World {
	now: () => number;
	build: string;
	/** Hands a file to the person. */
	save: (name: string, file: Blob) => void;
}

/** How much there is to be kept, and since when. */
export interface Stock {
	answers: number;
	/** Brought along. */
	decks: number;
	/** Other than the one who is using the app. */
	others: number;
	lastBackup: number | undefined;
	since: number;
	snapshots: readonly Snapshot[];
}

const NOT_WRITTEN: Problem = {
	code: 'not-written',
	message:
		'The backup could not be written, perhaps for want of room. What is kept here is as it was. Free some space, then try again.'
};

const DAY = 86_400_000;
const offsetAt = (at: number): number => -new Date(at).getTimezoneOffset();

/** Backups that go out of the device: as a file, or into a folder that the person chose. */
export class Keeping {
	stock = $state.raw<Stock | undefined>(undefined);
	/** What is being written, and how far it is, from 0 to 1. */
	writing = $state.raw<{ what: 'file' | 'folder' | 'snapshot'; share: number } | undefined>(
		undefined
	);
	problem = $state.raw<Problem | undefined>(undefined);
	/** Name of the file that was written last. */
	written = $state.raw<string | undefined>(undefined);

	canChoose = $state(false);
	folder = $state.raw<Folder | undefined>(undefined);
	folderProblem = $state.raw<Problem | undefined>(undefined);
	/** Name of the backup in the folder that was written last. */
	inFolder = $state.raw<string | undefined>(undefined);

	#persisted: boolean | undefined;
	readonly reminder = $derived.by(() => {
		if (!this.stock) return undefined;
		const { lastBackup, since } = this.stock;
		// Without any backup it is not known when the first answer was; the number alone tells.
		const daysSince = lastBackup === undefined ? 0 : (this.world.now() - lastBackup) / DAY;
		return reminder({ answersSince: since, daysSince, persisted: this.#persisted });
	});

	constructor(
		private store: Keeper,
		/** Who is using the app. */
		private learner: () => string,
		private world: World
	) {}

	/** Looks how things stand; again after every change. */
	async look(): Promise<void> {
		try {
			const [{ answers, decks, lastBackup, snapshots, persisted }, learners] = await Promise.all([
				this.store.health(),
				this.store.learners()
			]);
			this.#persisted = persisted;
			this.stock = {
				answers,
				decks,
				others: learners.values.filter(({ id }) => id !== this.learner()).length,
				lastBackup: lastBackup?.at,
				since: Math.max(0, answers - (lastBackup?.answers ?? 0)),
				snapshots
			};
		} catch (error) {
			this.problem = toProblem(error);
		}
		await this.#lookAtFolder();
	}

	async #lookAtFolder(): Promise<void> {
		this.canChoose = canChooseFolder();
		// Without a place to keep the handle there is no folder, and that is said where storage is.
		this.folder = await keptFolder().catch(() => undefined);
	}

	/** @param mine only what belongs to the one who is using the app */
	async saveFile(mine: boolean): Promise<void> {
		const at = this.world.now();
		await this.#write('file', async (progress) => {
			const whole = await this.store.archive();
			const archive = mine ? only(whole, this.learner()) : whole;
			await this.#hand(archive, at, mine, progress);
			if (archive.attempts.length === whole.attempts.length)
				await this.store.backedUp({ at, answers: whole.attempts.length });
		});
	}

	async saveSnapshot(snapshot: Snapshot): Promise<void> {
		await this.#write('snapshot', async (progress) =>
			this.#hand(await this.store.archiveAt(snapshot.at), snapshot.at, false, progress)
		);
	}

	async #hand(
		archive: Archive,
		at: number,
		mine: boolean,
		progress: (share: number) => void
	): Promise<void> {
		const bytes = writeBackup(archive, {
			madeAt: at,
			build: this.world.build,
			...(mine ? { learner: this.learner() } : {}),
			progress: (written, total) => progress(written / Math.max(1, total))
		});
		const name = nameOf(at, offsetAt(at));
		this.world.save(name, await new Response(bytes).blob());
		this.written = name;
	}

	async #write(
		what: 'file' | 'folder' | 'snapshot',
		work: (progress: (share: number) => void) => Promise<void>
	): Promise<void> {
		if (this.writing) return;
		this.problem = undefined;
		this.written = undefined;
		this.writing = { what, share: 0 };
		try {
			await work((share) => (this.writing = { what, share }));
		} catch (error) {
			const problem = toProblem(error);
			this.problem = problem.code === 'failed' || problem.code === 'full' ? NOT_WRITTEN : problem;
		}
		this.writing = undefined;
		await this.look();
	}

	async choose(): Promise<void> {
		try {
			const folder = await chooseFolder();
			if (!folder) return;
			this.folder = folder;
			await this.saveToFolder();
		} catch (error) {
			this.folderProblem = toProblem(error);
		}
	}

	/** Asks the browser to allow the folder again, and writes if it does. */
	async allow(): Promise<void> {
		this.folder = await allowFolder();
		if (this.folder?.state === 'ready') await this.saveToFolder();
	}

	async forget(): Promise<void> {
		await forgetFolder();
		this.folder = undefined;
		this.folderProblem = undefined;
		this.inFolder = undefined;
	}

	async saveToFolder(): Promise<void> {
		const at = this.world.now();
		this.folderProblem = undefined;
		this.inFolder = undefined;
		await this.#write('folder', async (progress) => {
			const { build } = this.world;
			const result = await backUpToFolder(this.store, {
				at,
				offset: offsetAt(at),
				build,
				progress
			});
			if (result.ok) this.inFolder = result.value;
			else this.folderProblem = result.error;
		});
	}
}
