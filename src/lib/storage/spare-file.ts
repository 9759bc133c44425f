/** The file of the copy outside of the database; see `spare.ts`. Where a browser gives a site no files, there is none. */
const FILE = 'quern-copy.quern-backup';

/** `undefined`: never written, or no files at all. */
export const fileOf = (): Promise<File | undefined> =>
	tried(async (folder) => (await folder.getFileHandle(FILE)).getFile());

/** Whether there was one. */
export const dropFile = async (): Promise<boolean> =>
	(await tried(async (folder) => folder.removeEntry(FILE).then(() => true))) ?? false;

/** Rejects where there are no files. What is written takes the place of the old file when it is closed. */
export async function openFile(): Promise<FileSystemWritableFileStream> {
	const folder = await navigator.storage.getDirectory();
	return (await folder.getFileHandle(FILE, { create: true })).createWritable();
}

/** When the copy was made, in milliseconds since 1970, UTC, and how many answers it has. */
export async function spare(): Promise<{ at: number; answers: number } | undefined> {
	const kept = await fileOf();
	if (!kept) return undefined;
	const { readHead } = await import('$lib/formats/backup-head');
	const head = await readHead(kept);
	return head && { at: head.madeAt, answers: head.counts.attempts };
}

async function tried<T>(
	use: (folder: FileSystemDirectoryHandle) => Promise<T>
): Promise<T | undefined> {
	try {
		return await use(await navigator.storage.getDirectory());
	} catch {
		return undefined;
	}
}
