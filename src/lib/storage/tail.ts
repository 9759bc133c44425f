import { Attempt, fromVersion1 } from '$lib/memory/attempt';

export interface Read<T> {
	values: T[];
	/** Records that this version can't read. They stay where they are. */
	unreadable: number;
}

type Parser<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

export function parseAll<T>(parser: Parser<T>, records: readonly unknown[]): Read<T> {
	const values: T[] = [];
	for (const record of records) {
		const parsed = parser.safeParse(record);
		if (parsed.success) values.push(parsed.data);
	}
	return { values, unreadable: records.length - values.length };
}

/**
 * The newest attempts of all learners, record by record in the order of their keys; `undefined` where one
 * can't be read. The order of attempts of version 1 is the one in which they were written.
 */
export function readTail(records: readonly unknown[]): (Attempt | undefined)[] {
	let newest = 0;
	return records.map((record) => {
		const parsed = Attempt.safeParse(fromVersion1(record, newest));
		if (parsed.success) newest = Math.max(newest, parsed.data.order);
		return parsed.data;
	});
}
