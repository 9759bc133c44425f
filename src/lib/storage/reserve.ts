import type { Database } from './schema';
import { RESERVE } from './write';

const BYTES = 512 * 1024;
/** Only where there is plenty: nobody's last room is taken for it. */
const ENOUGH = 16 * BYTES;
const BLOCK = 65_536; // as many random bytes as the browser gives at once

/** Keeps some room back, to be let go when the device is full and an answer is to be saved. */
export async function keepReserve(database: Database): Promise<void> {
	if (await database.count('reserve')) return;
	const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
	if (quota === undefined || usage === undefined || quota - usage < ENOUGH) return;
	// Bytes that no file system and no database can make smaller.
	const bytes = new Uint8Array(BYTES);
	for (let at = 0; at < BYTES; at += BLOCK) crypto.getRandomValues(bytes.subarray(at, at + BLOCK));
	await database.put('reserve', bytes, RESERVE);
}
