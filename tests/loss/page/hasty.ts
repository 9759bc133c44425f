import { openDB } from 'idb';
import type { Writer } from './writer';

/** Says that an answer is saved before it is: shows that a kill here can lose something. */
export async function hasty(): Promise<Writer> {
	const database = await openDB('hasty', 1, {
		upgrade: (db) => void db.createObjectStore('answers')
	});
	let waiting: number[] = [];
	return {
		async write(n) {
			waiting.push(n);
			await new Promise((done) => setTimeout(done, 5));
			if (waiting.length < 200) return;
			const transaction = database.transaction('answers', 'readwrite');
			for (const one of waiting) void transaction.store.add('answer', one);
			waiting = [];
			await transaction.done;
		},
		written: async () => (await database.getAllKeys('answers')) as number[]
	};
}
