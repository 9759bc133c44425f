/** What can still be read where the browser can't read all: store by store, at the worst record by record. */
import type { Archive } from '$lib/memory/archive';
import { archiveOf, STORES, type Raw } from './archive';
import type { Database, Stores } from './schema';

export async function salvage(database: Database): Promise<Archive> {
	const raw = await Promise.all(
		STORES.map(async (name) => [name, await readable(database, name)] as const)
	);
	return archiveOf(Object.fromEntries(raw) as Raw);
}

async function readable(database: Database, name: Stores): Promise<Raw[keyof Raw]> {
	const keys: IDBValidKey[] = await database.getAllKeys(name).catch(() => []);
	const values: unknown[] | undefined = await database.getAll(name).catch(() => undefined);
	if (values?.length === keys.length) return { keys, values };
	const found: Raw[keyof Raw] = { keys: [], values: [] };
	for (const key of keys) {
		const value: unknown = await database.get(name, key as never).catch(() => undefined);
		if (value === undefined) continue;
		found.keys.push(key);
		found.values.push(value);
	}
	return found;
}
