import { openDB } from 'idb';
import { nameOf, type Head } from '$lib/formats/backup';
import { readHead } from '$lib/formats/backup-head';
import { fail, ok, type Problem, type Result } from '$lib/result';

/** A folder that the person chose, into which backups are written. Kept apart from the answers, and lost without loss. */
const NAME = 'quern-folder';
const STORE = 'kept';
const KEPT = 5; // backups in the folder

/** `ask`: it is known, but the browser wants the person to allow it again. `gone`: it was moved or deleted. */
export type FolderState = 'ready' | 'ask' | 'gone';
export interface Folder {
	name: string;
	state: FolderState;
}

// The permission methods are Chromium's, and not in the library of types.
type Handle = FileSystemDirectoryHandle & {
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
const kept = () =>
	within(async (database) => (await database.get(STORE, 'folder')) as Handle | undefined);

/** The folder that was chosen, as it stands now. */
export async function keptFolder(): Promise<Folder | undefined> {
	if (!canChooseFolder()) return undefined;
	const handle = await kept();
	return handle && { name: handle.name, state: await stateOf(handle) };
}

async function stateOf(handle: Handle): Promise<FolderState> {
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
	const handle = await kept();
	await handle?.requestPermission?.({ mode: 'readwrite' });
	return keptFolder();
}

/** Writes no more into it. What is there stays. */
export const forgetFolder = (): Promise<void> =>
	within((database) => database.delete(STORE, 'folder'));

export interface Writing {
	at: number;
	offset: number;
	/** Answers in it. */
	answers: number;
	/** Makes the bytes; `device` goes into the head. */
	bytes: (device: string) => ReadableStream<Uint8Array>;
}

/**
 * Writes a backup into the folder and lets the oldest go. A file appears whole or not at all. One of today is
 * replaced, but never by one with fewer answers, nor one of another device that shares the folder.
 * @returns the name of the file
 */
export async function writeInto({ at, offset, answers, bytes }: Writing): Promise<Result<string>> {
	const handle = await kept();
	if (!handle) return fail(GONE);
	if ((await stateOf(handle)) === 'ask') return fail(ASK);
	try {
		const device = await deviceId();
		const name = await freeName(handle, device, answers, (n) => nameOf(at, offset, n));
		const file = await handle.getFileHandle(name, { create: true });
		const target = await file.createWritable();
		// Closes at the end, which puts the new file in the old one's place; an error leaves the old one.
		await bytes(device).pipeTo(target);
		await prune(handle, device);
		return ok(name);
	} catch (error) {
		return fail(toFolderProblem(error));
	}
}

/** Tells the backups of this installation from others in the same folder. Random, and told to nobody else. */
const deviceId = (): Promise<string> =>
	within(async (database) => {
		const known: unknown = await database.get(STORE, 'device');
		if (typeof known === 'string') return known;
		const id = [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');
		await database.put(STORE, id, 'device');
		return id;
	});

async function freeName(
	handle: Handle,
	device: string,
	answers: number,
	nameOfDay: (n: number) => string
): Promise<string> {
	for (let n = 1; ; n++) {
		const name = nameOfDay(n);
		const file = await fileIn(handle, name);
		if (!file || file.size === 0) return name;
		const head = await readHead(file);
		if (head?.device === device && head.counts.attempts <= answers) return name;
	}
}

async function fileIn(handle: Handle, name: string): Promise<File | undefined> {
	try {
		return await (await handle.getFileHandle(name)).getFile();
	} catch (error) {
		if (nameOfError(error) === 'NotFoundError') return undefined;
		throw error;
	}
}

/** The newest stay, and the one with the most answers: after a loss, the newest are the poorest. */
async function prune(handle: Handle, device: string): Promise<void> {
	const own: { name: string; head: Head }[] = [];
	for await (const [name, entry] of handle.entries()) {
		if (entry.kind !== 'file' || !/^quern-[\d-]+\.quern-backup$/.test(name)) continue;
		const head = await readHead(await entry.getFile());
		if (head?.device === device) own.push({ name, head });
	}
	own.sort((a, b) => b.head.madeAt - a.head.madeAt);
	const most = Math.max(...own.map(({ head }) => head.counts.attempts));
	const richest = own.find(({ head }) => head.counts.attempts === most);
	for (const one of own.slice(KEPT)) if (one !== richest) await handle.removeEntry(one.name);
}

const nameOfError = (error: unknown): string =>
	error instanceof Error || error instanceof DOMException ? error.name : '';
const isDenied = (error: unknown): boolean =>
	['NotAllowedError', 'SecurityError'].includes(nameOfError(error));

const ASK: Problem = {
	code: 'ask',
	message:
		'The browser wants to be asked again before Quern may write into your folder. Nothing was written.'
};
const GONE: Problem = {
	code: 'gone',
	message:
		'The folder is not there any more: it was moved, renamed or deleted, or its drive is not connected. Nothing was written. Choose a folder again.'
};

function toFolderProblem(error: unknown): Problem {
	if (isDenied(error)) return ASK;
	const name = nameOfError(error);
	if (name === 'NotFoundError') return GONE;
	if (name === 'QuotaExceededError')
		return {
			code: 'full',
			message:
				'There is no room in your folder for a backup. Free some space there, or choose another folder. The backups that are there are as they were.'
		};
	return {
		code: 'failed',
		message:
			'The backup could not be written into your folder. The backups that are there are as they were. Try again, or save the backup as a file.'
	};
}
