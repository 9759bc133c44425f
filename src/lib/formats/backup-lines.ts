import type { Limits } from './backup';
import { isGzip } from './backup-foreign';

const READ = 262_144; // bytes read from the disk at once
// Gzip unpacks to a thousandfold at the most: what a piece becomes must stay small, for it can't be stopped.
const PIECE = 8_192;

/** A file that grows beyond the limits as it is unpacked, or one that can't be unpacked. */
export class Unreadable extends Error {
	constructor(
		/** `torn`: the packing is damaged or ends too early; what came before it is good. `lost`: the disk gives no more. */
		readonly reason: 'line' | 'bytes' | 'torn' | 'lost' | 'unsupported'
	) {
		super(reason);
	}
}

/**
 * The lines of a file, packed or not, each with its line feed (the last may lack it), as they come: no more of it is
 * held than a piece and the line that is not ended yet. Throws `Unreadable`.
 * @param read hears how many bytes of the file are read
 */
export async function* linesOf(
	file: Blob,
	limits: Limits,
	read: (bytes: number) => void
): AsyncGenerator<Uint8Array[]> {
	const reader = (await unpacked(file, read)).getReader();
	let bytes = 0;
	let open: Uint8Array[] = [];
	let length = 0;
	try {
		for (;;) {
			const { done, value } = await next(reader);
			if (done) break;
			bytes += value.length;
			if (bytes > limits.bytes) throw new Unreadable('bytes');
			const lines: Uint8Array[] = [];
			let from = 0;
			for (let to; (to = value.indexOf(10, from) + 1) > 0; from = to) {
				lines.push(joined([...open, value.subarray(from, to)]));
				open = [];
				length = 0;
			}
			if (from < value.length) open.push(value.subarray(from));
			length += value.length - from;
			if (length > limits.line) throw new Unreadable('line');
			if (lines.length) yield lines;
		}
		if (open.length) yield [joined(open)];
	} finally {
		reader.cancel().catch(() => undefined); // it may have failed already
	}
}

const joined = (parts: Uint8Array[]): Uint8Array => {
	const [only] = parts;
	if (only && parts.length === 1) return only;
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
};

async function next(reader: ReadableStreamDefaultReader<Uint8Array>) {
	try {
		return await reader.read();
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		throw new Unreadable('torn');
	}
}

async function unpacked(
	file: Blob,
	read: (bytes: number) => void
): Promise<ReadableStream<Uint8Array>> {
	const packed = pieces(file, read);
	const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	if (!isGzip(magic)) return packed;
	if (typeof DecompressionStream === 'undefined') throw new Unreadable('unsupported');
	return packed.pipeThrough(
		new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>
	);
}

function pieces(file: Blob, read: (bytes: number) => void): ReadableStream<Uint8Array> {
	let held = new Uint8Array();
	let at = 0;
	return new ReadableStream({
		async pull(controller) {
			if (held.length === 0) {
				const part = file.slice(at, at + READ);
				try {
					held = new Uint8Array(await part.arrayBuffer());
				} catch {
					controller.error(new Unreadable('lost'));
					return;
				}
				at += held.length;
			}
			if (held.length === 0) return controller.close();
			controller.enqueue(held.subarray(0, PIECE));
			held = held.subarray(PIECE);
			read(at - held.length);
		}
	});
}
