import { openDB } from 'idb';

/** A folder that the person chose, into which backups are written. Kept apart from the answers, and lost without loss. */
const NAME = 'quern-folder';
const STORE = 'kept';

/** `ask`: it is known, but the browser wants the person to allow it again. `gone`: it was moved or deleted. */
export type FolderState = 'ready' | 'ask' | 'gone';
export interface Folder {
	name: string;
	state: FolderState;
}

// The permission methods are Chromium's, and not in the library of types.
export type Handle = FileSystemDirectoryHandle & {
	queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
	requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
};
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<Handle>;
const picker = (): Picker | undefined =>
	(globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker?.bind(globalThis);

export const canChooseFolder = (): boolean => picker() !== undefined;

async function within<T>(
	use: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>
): Promise<T> {
	const database = await openDB(NAME, 1, { upgrade: (db) => void db.createObjectStore(STORE) });
	try {
		return await use(database);
	} finally {
		database.close();
	}
}
export const keptHandle = () =>
	within(async (database) => (await database.get(STORE, 'folder')) as Handle | undefined);

/** The folder that was chosen, as it stands now. */
export async function keptFolder(): Promise<Folder | undefined> {
	if (!canChooseFolder()) return undefined;
	const handle = await keptHandle();
	return handle && { name: handle.name, state: await stateOf(handle) };
}

export async function stateOf(handle: Handle): Promise<FolderState> {
	if ((await handle.queryPermission?.({ mode: 'readwrite' })) === 'prompt') return 'ask';
	try {
		for await (const _ of handle.keys()) break;
		return 'ready';
	} catch (error) {
		return isDenied(error) ? 'ask' : 'gone';
	}
}

/** Asks for a folder; only from a click. `undefined`: the person thought better of it. */
export async function chooseFolder(): Promise<Folder | undefined> {
	try {
		const handle = await picker()?.({ id: 'quern-backup', mode: 'readwrite' });
		if (!handle) return undefined;
		await within((database) => database.put(STORE, handle, 'folder'));
		return { name: handle.name, state: await stateOf(handle) };
	} catch (error) {
		if (nameOfError(error) === 'AbortError') return undefined;
		throw error;
	}
}

/** Asks to be allowed into the folder again; only from a click. */
export async function allowFolder(): Promise<Folder | undefined> {
	const handle = await keptHandle();
	await handle?.requestPermission?.({ mode: 'readwrite' });
	return keptFolder();
}

/** Writes no more into it. What is there stays. */
export const forgetFolder = (): Promise<void> =>
	within((database) => database.delete(STORE, 'folder'));

/** Tells the backups of this installation from others in the same folder. Random, and told to nobody else. */
export const deviceId = (): Promise<string> =>
	within(async (database) => {
		const known: unknown = await database.get(STORE, 'device');
		if (typeof known === 'string') return known;
		const id = [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');
		await database.put(STORE, id, 'device');
		return id;
	});

export const nameOfError = (error: unknown): string =>
	error instanceof Error || error instanceof DOMException ? error.name : '';
export const isDenied = (error: unknown): boolean =>
	['NotAllowedError', 'SecurityError'].includes(nameOfError(error));
