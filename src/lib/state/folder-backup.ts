import { writeBackup } from '$lib/formats/backup-write';
import type { Archive } from '$lib/memory/archive';
import { ok, type Result } from '$lib/result';
import { keptFolder, writeInto } from '$lib/storage/folder';

/** The part of the store that is needed here. */
export interface FolderSource {
	archive(): Promise<Archive>;
	lastBackup(): Promise<{ at: number; answers: number } | undefined>;
	backedUp(backup: { at: number; answers: number }): Promise<void>;
}

interface Circumstances {
	/** Milliseconds since 1970, UTC. */
	at: number;
	/** Minutes that local time is ahead of UTC. */
	offset: number;
	build: string;
	progress?: (share: number) => void;
}

/** Writes everything into the folder that was chosen. Gives the name of the file. */
export async function backUpToFolder(
	source: FolderSource,
	{ at, offset, build, progress }: Circumstances
): Promise<Result<string>> {
	const archive = await source.archive();
	const answers = archive.attempts.length;
	const result = await writeInto({
		at,
		offset,
		answers,
		bytes: (device) =>
			writeBackup(archive, {
				madeAt: at,
				build,
				device,
				progress: (written, total) => progress?.(written / Math.max(1, total))
			})
	});
	if (result.ok) await source.backedUp({ at, answers });
	return result;
}

/**
 * The same after a session, without a question asked: only where a folder was chosen and may still be written
 * to. To be loaded when the session is over.
 * @returns the name of the file, or `undefined` where there was nothing to do
 */
export async function backUpQuietly(
	source: FolderSource,
	circumstances: Circumstances
): Promise<Result<string | undefined>> {
	const folder = await keptFolder();
	return folder?.state === 'ready' ? backUpToFolder(source, circumstances) : ok(undefined);
}
