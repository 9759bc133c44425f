import type * as z from 'zod/mini';
import { fail, ok, type Problem, type Result } from '$lib/result';
import { readAnswers } from './backup-answers';
import { breather } from './backup-breath';
import { Crc32 } from './backup-crc';
import { foreign, foreignFormat, isGzip } from './backup-foreign';
import { linesOf, Unreadable } from './backup-lines';
import { Records } from './backup-records';
import type { Archive } from '$lib/memory/archive';
import { End, FORMAT, Head, LIMITS, VERSION, type Limits } from './backup';

/** What a file holds. */
export interface Backup {
	/** Absent in an answers file, which says nothing of itself. */
	head?: Head;
	archive: Archive;
	/** Records of a kind or shape that this version doesn't know; they stay in the file. */
	unreadable: number;
}

/** Why a file is refused, and what of a damaged one could still be read. */
export interface Refusal extends Problem {
	rest?: Backup;
}

interface Options {
	limits?: Limits;
	/** Hears the share of the file that is read, from 0 to 1. */
	progress?: (share: number) => void;
	signal?: AbortSignal;
}

const MAX_JSON = 64_000_000; // bytes of a file that has to be read in one piece

const refuse = (code: string, message: string, rest?: Backup): { ok: false; error: Refusal } =>
	fail({ code, message, ...(rest ? { rest } : {}) });

/** Reads a file that somebody chose. It changes nothing; every refusal is a sentence. */
export async function readBackup(
	file: Blob & { name?: string },
	options: Options = {}
): Promise<Result<Backup, Refusal>> {
	let start: Uint8Array;
	try {
		start = new Uint8Array(await file.slice(0, 64).arrayBuffer());
	} catch {
		return LOST;
	}
	const other = foreign(start, file.name ?? '');
	if (other) return fail(other);
	return new Reading(file, start, options).run();
}

const LOST = refuse(
	'lost',
	'The file could not be read to its end: it was moved or changed, or the device it lies on is gone. Choose it again. Nothing has been changed.'
);

class Reading {
	readonly #records = new Records();
	readonly #crc = new Crc32();
	readonly #decoder = new TextDecoder('utf-8', { fatal: true });
	readonly #limits: Limits;
	#head: Head | undefined;
	#end: z.infer<typeof End>['end'] | undefined;
	/** Lines between head and end. */
	#count = 0;
	/** A line that is no JSON, or text after the end. */
	#broken = false;

	constructor(
		private file: Blob,
		private start: Uint8Array,
		private options: Options
	) {
		this.#limits = options.limits ?? LIMITS;
	}

	async run(): Promise<Result<Backup, Refusal>> {
		const { signal, progress } = this.options;
		const breath = breather();
		let torn = false;
		try {
			const share = (bytes: number) => progress?.(bytes / this.file.size);
			for await (const lines of linesOf(this.file, this.#limits, share)) {
				for (const line of lines) {
					if (signal?.aborted) return refuse('stopped', 'Stopped. Nothing has been changed.');
					const refusal = this.#head ? await this.#take(line) : this.#begin(line);
					if (refusal === 'whole') return this.#inOnePiece();
					if (refusal) return refusal;
				}
				await breath();
			}
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			if (error.reason !== 'torn') return this.#beyond(error.reason);
			torn = true;
		}
		return this.#judge(torn);
	}

	/** The first line. `whole`: this is a file that is no list of lines. */
	#begin(line: Uint8Array): 'whole' | { ok: false; error: Refusal } | undefined {
		const value = this.#json(line);
		const { format } = isObject(value) ? value : {};
		if (format !== FORMAT) {
			// Pretty-printed or on one line: JSON that begins like this may be an answers file.
			if (!isGzip(this.start) && /^\s*\{/.test(String.fromCharCode(...this.start))) return 'whole';
			return fail(foreignFormat(format));
		}
		const head = Head.safeParse(value);
		if (!head.success)
			return refuse(
				'damaged',
				'The beginning of this backup is damaged, so that it can’t be told what is in it. Nothing has been changed. Choose another backup.'
			);
		if (head.data.version > VERSION)
			return refuse(
				'unknown-version',
				`This backup was made by a newer Quern (file version ${head.data.version}; this one reads up to ${VERSION}). Update Quern, then open it again. Nothing has been changed.`
			);
		if (head.data.counts.attempts > this.#limits.records) return this.#beyond('records');
		this.#head = head.data;
		this.#crc.add(line);
		return undefined;
	}

	async #take(line: Uint8Array): Promise<{ ok: false; error: Refusal } | undefined> {
		const value = this.#json(line);
		const end = isObject(value) && 'end' in value ? End.safeParse(value) : undefined;
		if (this.#end || value === undefined || end?.success === false) this.#broken = true;
		else if (end) this.#end = end.data.end;
		else {
			this.#crc.add(line);
			if (++this.#count > this.#limits.records) return this.#beyond('records');
			const waiting = this.#records.take(value);
			if (waiting) await waiting;
		}
		return undefined;
	}

	#json(line: Uint8Array): unknown {
		try {
			const text = this.#decoder.decode(line);
			return text.includes('__proto__')
				? JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value))
				: JSON.parse(text);
		} catch {
			return undefined;
		}
	}

	/** What was read is good, or it says in how far not. */
	#judge(torn: boolean): Result<Backup, Refusal> {
		const head = this.#head;
		if (!head)
			return torn
				? refuse(
						'not-a-backup',
						'This file is packed, and damaged so early that nothing in it can be read. Nothing has been changed. Choose another backup.'
					)
				: fail(foreignFormat(undefined));
		const end = this.#end;
		const found = { head, archive: this.#records.lists, unreadable: this.#records.unreadable };
		if (end && !torn && !this.#broken && end.records === this.#count && end.crc32 === this.#crc.hex)
			return ok(found);
		// What may have been altered must not take anything away.
		const rest = { ...found, archive: { ...found.archive, removals: [] } };
		const what = end
			? 'This backup is damaged: what it holds is not what was written (its checksum is wrong).'
			: 'This backup is cut short: its end is missing, as after a copy or a download that stopped.';
		return refuse(
			end ? 'checksum' : 'cut',
			`${what} Nothing has been changed. If there is another copy, or an older backup, use that.`,
			this.#records.size > 0 ? rest : undefined
		);
	}

	#beyond(what: Unreadable['reason'] | 'records'): { ok: false; error: Refusal } {
		if (what === 'lost') return LOST;
		if (what === 'unsupported')
			return refuse(
				'unsupported',
				'This browser is too old to unpack a backup. Open it in a newer one (any of 2023 or later). Nothing has been changed.'
			);
		const { records, bytes } = this.#limits;
		return refuse(
			'too-large',
			what === 'records'
				? `This backup holds more than ${records.toLocaleString('en')} records, which is more than Quern takes in at once. Nothing has been changed. Save the backup of one learner alone where it was made.`
				: `Unpacked, this file is larger than any backup of Quern (more than ${what === 'bytes' ? `${bytes / 1e6} MB` : 'one record can be'}). It is damaged, or made to do harm. Nothing has been changed.`
		);
	}

	/** An answers file, or whatever else is one piece of JSON. */
	async #inOnePiece(): Promise<Result<Backup, Refusal>> {
		if (this.file.size > MAX_JSON)
			return refuse(
				'too-large',
				`Files of this kind are read up to ${MAX_JSON / 1e6} MB; this one has ${Math.round(this.file.size / 1e6)} MB. Nothing has been changed.`
			);
		const value = this.#json(new Uint8Array(await this.file.arrayBuffer()));
		if (value === undefined && /quern-/.test(String.fromCharCode(...this.start)))
			return refuse(
				'damaged',
				'The file begins like one of Quern’s but is damaged or cut short: it can’t be read as JSON. Nothing has been changed. Get the file again.'
			);
		if (!isObject(value) || value.format !== 'quern-answers')
			return fail(foreignFormat(isObject(value) ? value.format : undefined));
		const read = await readAnswers(value);
		return read.ok ? ok(read.value) : read;
	}
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
