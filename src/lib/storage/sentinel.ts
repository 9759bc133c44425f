/**
 * A mark outside of the database that tells how much of the log there must be: a damaged database comes back
 * short or empty without a word. Kept in localStorage at every answer; `watch.ts` compares and keeps a copy.
 */
const KEY = 'quern-log';

export interface Mark {
	/** Records in the log when the last of them was written; rather too few than too many. */
	records: number;
	/** Key of that last record. */
	last: number;
	/** Its id. */
	head: string;
	/** Records that had been deleted on purpose until then. */
	gone?: number;
	/** Counts up with every change, to tell which of two copies is newer. */
	turn: number;
}

/** `undefined`: there is none, or the browser does not let it be read. */
export function readMark(): Mark | undefined {
	try {
		const mark = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Mark | null;
		return typeof mark?.last === 'number' ? mark : undefined;
	} catch {
		return undefined;
	}
}

/** @param before turn of the newest mark so far */
export function writeMark(mark: Omit<Mark, 'turn'>, before = readMark()?.turn ?? 0): void {
	const { records, last, head, gone } = mark;
	try {
		localStorage.setItem(KEY, JSON.stringify({ records, last, head, gone, turn: before + 1 }));
	} catch {
		return; // no room, or not allowed: then nothing watches over the log, and it is said where it is asked
	}
}

/** Takes note of records just written. Those that another tab has counted already are not counted again. */
export function note(keys: readonly number[], ids: readonly string[]): void {
	const mark = readMark() ?? (keys[0] === 1 ? { records: 0, last: 0 } : undefined);
	const last = keys.at(-1);
	if (!mark || last === undefined || last <= mark.last) return;
	const fresh = keys.filter((key) => key > mark.last).length;
	writeMark({ ...mark, records: mark.records + fresh, last, head: ids.at(-1) ?? '' });
}
