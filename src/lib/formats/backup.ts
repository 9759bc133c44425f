import * as z from 'zod/mini';
import type { Archive } from '$lib/memory/archive';
import { dateOfDay } from '$lib/memory/day';

/**
 * A backup: JSON lines under gzip. The first line is the head, the last one the end with the checksum, and
 * each line between them is one record, under the name of its kind. See docs/backup.md.
 */
export const FORMAT = 'quern-backup';
export const VERSION = 1;
export const EXTENSION = '.quern-backup';

const Count = z.int().check(z.nonnegative());
const Counts = z.object({
	attempts: Count,
	removals: Count,
	learners: Count,
	decks: Count,
	sittings: Count
});
export type Counts = z.infer<typeof Counts>;

/** Loose: a later version may say more in it. */
export const Head = z.object({
	format: z.literal(FORMAT),
	version: z.int().check(z.minimum(1)),
	/** Milliseconds since 1970, UTC. */
	madeAt: z.number(),
	/** Build of the app that wrote it. */
	build: z.string(),
	/** Id of the learner whose backup it is; absent where it is of everybody on the device. */
	learner: z.optional(z.string()),
	/** Which installation wrote it: told only where several may share a folder. */
	device: z.optional(z.string()),
	counts: Counts
});
export type Head = z.infer<typeof Head>;

export const End = z.strictObject({
	end: z.strictObject({
		/** Lines between head and end. */
		records: Count,
		/** CRC-32 over the bytes of all lines before this one, with their line feeds. */
		crc32: z.string().check(z.regex(/^[0-9a-f]{8}$/))
	})
});

/** What a reader takes on. A file that goes beyond is refused with a sentence, long before memory is short. */
export interface Limits {
	/** Of one line, uncompressed. */
	line: number;
	/** Of all lines, uncompressed. */
	bytes: number;
	records: number;
}
export const LIMITS: Limits = { line: 32_000_000, bytes: 1_000_000_000, records: 1_500_000 };

export const countsOf = (archive: Archive): Counts => ({
	attempts: archive.attempts.length,
	removals: archive.removals.length,
	learners: archive.learners.length,
	decks: archive.decks.length,
	sittings: archive.sittings.length
});

/** `quern-2026-11-26.quern-backup`, by the date on the person's calendar; `again` tells several of a day apart. */
export function nameOf(at: number, offset: number, again = 1): string {
	const date = dateOfDay(Math.floor((at / 60_000 + offset) / (24 * 60)));
	return `quern-${date}${again > 1 ? `-${again}` : ''}${EXTENSION}`;
}
