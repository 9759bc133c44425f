import { deckOf, shipped } from '../../../decks';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => shipped.map((deck) => ({ deck }));

export const load: PageLoad = async ({ params, fetch }) => ({
	deck: await deckOf(params.deck, fetch)
});
