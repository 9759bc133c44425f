import type { Database } from './schema';
import { RESERVE, RESERVE_FILE } from './write';

const BYTES = 512 * 1024;
/** Only where there is plenty: nobody's last room is taken for it. */
const ENOUGH = 16 * BYTES;
const BLOCK = 65_536; // as many random bytes as the browser gives at once

/**
 * Keeps some room back, to be let go when the device is full and an answer is to be saved. As a file: what is
 * deleted from the database counts as used for a while yet. Where there are no files, in the database.
 */
export async function keepReserve(database: Database): Promise<void> {
	if (await hasReserve(database)) return;
	const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
	if (quota === undefined || usage === undefined || quota - usage < ENOUGH) return;
	// Bytes that no file system and no database can make smaller.
	const bytes = new Uint8Array(BYTES);
	for (let at = 0; at < BYTES; at += BLOCK) crypto.getRandomValues(bytes.subarray(at, at + BLOCK));
	try {
		const folder = await navigator.storage.getDirectory();
		const file = await folder.getFileHandle(RESERVE_FILE, { create: true });
		const stream = await file.createWritable();
		await stream.write(bytes);
		await stream.close();
	} catch {
		await database.put('reserve', bytes, RESERVE);
	}
}

export async function hasReserve(database: Database): Promise<boolean> {
	if (await database.count('reserve')) return true;
	try {
		const folder = await navigator.storage.getDirectory();
		return (await (await folder.getFileHandle(RESERVE_FILE)).getFile()).size === BYTES;
	} catch {
		return false; // not there, or no files at all
	}
}
