/** Files and logs that the tests of the backup share. */
import { readFileSync } from 'node:fs';
import type { Attempt } from '$lib/memory/attempt';
import type { Archive } from '$lib/memory/archive';
import { Crc32 } from './backup-crc';
import { readBackup, type Backup, type Refusal } from './backup-read';
import { writeBackup } from './backup-write';

const FIXTURE = 'tests/fixtures/backup-v1.quern-backup';
export const fixture = () => new Uint8Array(readFileSync(FIXTURE));
export const PLAIN = readFileSync('tests/fixtures/backup-v1.jsonl', 'utf8');

export const file = (content: Uint8Array | string, name = 'a.quern-backup') =>
	new File([content as Uint8Array<ArrayBuffer>], name);
export async function good(content: Uint8Array | string): Promise<Backup> {
	const read = await readBackup(file(content));
	if (!read.ok) throw new Error(read.error.message);
	return read.value;
}
export async function refusal(content: Uint8Array | string, name?: string): Promise<Refusal> {
	const read = await readBackup(file(content, name));
	if (read.ok) throw new Error('It was read.');
	return read.error;
}
export const bytesOf = async (archive: Archive, progress?: (n: number, of: number) => void) =>
	new Uint8Array(
		await new Response(
			writeBackup(archive, { madeAt: 1, build: 'b', ...(progress ? { progress } : {}) })
		).arrayBuffer()
	);
/** Lines with a checksum that is right, whatever stands in them. */
export const sealed = (lines: readonly string[]): string => {
	const text = lines.map((line) => `${line}\n`).join('');
	const end = {
		records: lines.length - 1,
		crc32: (crc32of(text) >>> 0).toString(16).padStart(8, '0')
	};
	return `${text}${JSON.stringify({ end })}\n`;
};
export function crc32of(text: string): number {
	const crc = new Crc32();
	crc.add(new TextEncoder().encode(text));
	return Number.parseInt(crc.hex, 16);
}
export const LINES = PLAIN.trimEnd().split('\n').slice(0, -1);
export const attempt = (n: number): Attempt => ({
	version: 2,
	id: `s:${n}:f`,
	learner: 'me',
	deck: 'd',
	fact: 'f',
	question: 'q',
	kind: 'text',
	given: 'ja – €',
	right: true,
	ms: 10,
	at: n,
	offset: 60,
	order: n,
	where: 'quiz',
	sitting: 's'
});
export const log = (n: number): Archive => ({
	attempts: Array.from({ length: n }, (_, i) => attempt(i)),
	removals: [],
	learners: [],
	decks: [],
	sittings: []
});
