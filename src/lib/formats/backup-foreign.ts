import type { Problem } from '$lib/result';

const MINE = 'Choose a file that Quern saved; its name ends in .quern-backup.';
const refuse = (message: string): Problem => ({ code: 'not-a-backup', message });

/** A file whose first bytes say that it is something else, and what to do with it. */
interface Foreign {
	starts: readonly (readonly number[])[];
	/** Where the first bytes stand, if not at the beginning. */
	at?: number;
	problem: Problem;
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const FOREIGN: readonly Foreign[] = [
	{
		starts: [[0x89, ...ascii('PNG')], [0xff, 0xd8, 0xff], ascii('GIF8'), ascii('BM')],
		problem: refuse(`This is a picture, not a Quern backup. ${MINE}`)
	},
	{
		starts: [ascii('WEBP'), ascii('AVI '), ascii('WAVE')],
		at: 8,
		problem: refuse(`This is a picture or a recording, not a Quern backup. ${MINE}`)
	},
	{
		starts: [ascii('ftyp')],
		at: 4,
		problem: refuse(`This is a picture or a film, not a Quern backup. ${MINE}`)
	},
	{
		starts: [ascii('%PDF')],
		problem: refuse(`This is a PDF document, not a Quern backup. ${MINE}`)
	},
	{
		starts: [ascii('SQLite format 3')],
		problem: refuse(
			`This is a database of another program (Anki keeps its cards so), not a Quern backup. ${MINE}`
		)
	}
];

const ANKI = refuse(
	'This is an Anki package. Quern’s backups are of another kind, so nothing of it can be brought in here. ' +
		MINE
);
const ZIP = refuse(
	'This is a zip archive (documents and sheets are, too), not a Quern backup. If a backup is in it, ' +
		'unpack it first, then choose the file whose name ends in .quern-backup.'
);

const has = (bytes: Uint8Array, wanted: readonly number[], at = 0): boolean =>
	wanted.every((byte, i) => bytes[at + i] === byte);

/** Why a file with these first bytes (some dozens are enough) and this name can't be a backup, if it is known. */
export function foreign(bytes: Uint8Array, name: string): Problem | undefined {
	if (bytes.length === 0)
		return refuse(
			'The file is empty: it was never written to its end, or not yet fetched from the cloud. Get it again, or choose another.'
		);
	if (has(bytes, [...ascii('PK'), 3, 4])) {
		const first = String.fromCharCode(...bytes.subarray(30, 46));
		return /\.(apkg|colpkg)$/i.test(name) || /^(collection\.anki|meta|media)/.test(first)
			? ANKI
			: ZIP;
	}
	return FOREIGN.find(({ starts, at }) => starts.some((start) => has(bytes, start, at)))?.problem;
}

export const isGzip = (bytes: Uint8Array): boolean => has(bytes, [0x1f, 0x8b]);

/** JSON that is none of ours, or the wrong one of ours. */
export function foreignFormat(format: unknown): Problem {
	if (format === 'quern-deck')
		return {
			code: 'deck',
			message:
				'This is a Quern deck, not a backup. Open it from the library, under “Something new”: “Open a deck file”.'
		};
	return refuse(`This file is of another program, not a Quern backup. ${MINE}`);
}
