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
