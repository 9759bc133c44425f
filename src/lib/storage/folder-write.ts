import { nameOf, type Head } from '$lib/formats/backup';
import { readHead } from '$lib/formats/backup-head';
import { fail, ok, type Problem, type Result } from '$lib/result';
import { deviceId, isDenied, keptHandle, nameOfError, stateOf, type Handle } from './folder';

const KEPT = 5; // backups in the folder

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
	const handle = await keptHandle();
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
