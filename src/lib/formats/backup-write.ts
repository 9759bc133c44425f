import { breather } from './backup-breath';
import { Crc32 } from './backup-crc';
import type { Archive } from '$lib/memory/archive';
import { countsOf, FORMAT, VERSION, type Head } from './backup';

const BATCH = 65_536; // characters handed on at once

export interface About {
	madeAt: number;
	build: string;
	learner?: string | undefined;
	device?: string | undefined;
	/** Hears how many of the records are written. */
	progress?: (written: number, total: number) => void;
}

/**
 * The bytes of a backup, made as they are asked for. Compressed where the browser can (all since 2023);
 * the reader takes both.
 */
export function writeBackup(archive: Archive, about: About): ReadableStream<Uint8Array> {
	const lines = bytesOf(batches(archive, about));
	if (typeof CompressionStream === 'undefined') return lines;
	return lines.pipeThrough(
		new CompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>
	);
}

/** What one learner may take along: their own, with the decks, which belong to nobody. */
export function only(archive: Archive, learner: string): Archive {
	return {
		attempts: archive.attempts.filter((attempt) => attempt.learner === learner),
		// Whose answer was undone is not known any more; its id tells nothing.
		removals: archive.removals.filter(
			({ what }) => !('learner' in what) || what.learner === learner
		),
		learners: archive.learners.filter(({ id }) => id === learner),
		decks: archive.decks,
		sittings: archive.sittings.filter((one) => one.learner === learner)
	};
}

/** Small and dear first, so that a file that was cut short still has them; the log last. */
function* records(archive: Archive): Generator<object> {
	// A PIN of four digits is soon guessed from its hash, and people use one PIN for many things.
	for (const { pin: _pin, ...learner } of archive.learners) yield { learner };
	for (const removal of archive.removals) yield { removal };
	for (const deck of archive.decks) yield { deck };
	for (const sitting of archive.sittings) yield { sitting };
	for (const attempt of archive.attempts) yield { attempt };
}

async function* batches(archive: Archive, about: About): AsyncGenerator<Uint8Array> {
	const { madeAt, build, learner, device, progress } = about;
	const counts = countsOf(archive);
	const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
	const head: Head = {
		format: FORMAT,
		version: VERSION,
		madeAt,
		build,
		...(learner === undefined ? {} : { learner }),
		...(device === undefined ? {} : { device }),
		counts
	};
	const encoder = new TextEncoder();
	const crc = new Crc32();
	const breath = breather();
	let batch = `${JSON.stringify(head)}\n`;
	let written = 0;
	for (const record of records(archive)) {
		batch += `${JSON.stringify(record)}\n`;
		written++;
		if (batch.length < BATCH) continue;
		const bytes = encoder.encode(batch);
		crc.add(bytes);
		yield bytes;
		batch = '';
		progress?.(written, total);
		await breath();
	}
	const bytes = encoder.encode(batch);
	crc.add(bytes);
	yield bytes;
	yield encoder.encode(`${JSON.stringify({ end: { records: written, crc32: crc.hex } })}\n`);
	progress?.(written, total);
}

/** Nothing is made before it is asked for, so that memory holds a few batches and no more. */
function bytesOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
	return new ReadableStream(
		{
			async pull(controller) {
				const next = await pieces.next();
				if (next.done) controller.close();
				else controller.enqueue(next.value);
			},
			async cancel() {
				await pieces.return(undefined);
			}
		},
		{ highWaterMark: 1 }
	);
}
