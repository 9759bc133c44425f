import { openDB } from 'idb';
import type { Writer } from './writer';

/** The browser's default durability, which shows that a power cut here can lose something. */
export async function relaxed(): Promise<Writer> {
	const database = await openDB('relaxed', 1, {
		upgrade: (db) => void db.createObjectStore('answers')
	});
	return {
		async write(n) {
			const transaction = database.transaction('answers', 'readwrite', { durability: 'relaxed' });
			await Promise.all([
				transaction.store.add({ text: 'answer '.repeat(20) }, n),
				transaction.done
			]);
		},
		written: async () => (await database.getAllKeys('answers')) as number[]
	};
}
