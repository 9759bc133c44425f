import { Attempt, fromVersion1 } from '$lib/memory/attempt';

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
