/** Decks that were brought along. Most devices have none, and every page opens the store. */
import type { Deck } from '$lib/facts/deck';
import { fileOf, readDeck } from '$lib/formats/deck';
import type { Database } from './schema';
import type { Read } from './read';
import { write } from './write';

export const saveDeck = (database: Database, deck: Deck): Promise<void> =>
	write(database, ['decks'], async (transaction) => {
		const record = { file: fileOf(deck), broughtAt: Date.now() };
		await transaction.objectStore('decks').put(record, deck.slug);
	});

export async function readDecks(database: Database): Promise<Read<Deck>> {
	const records = await database.getAll('decks');
	const values = records.flatMap((record) => {
		const read = readDeck((record as { file?: unknown } | undefined)?.file);
		return read.ok ? [read.value] : [];
	});
	return { values, unreadable: records.length - values.length };
}

export async function readOneDeck(database: Database, slug: string): Promise<Deck | undefined> {
	const record = await database.get('decks', slug);
	const read = readDeck(record?.file);
	return read.ok ? read.value : undefined;
}
