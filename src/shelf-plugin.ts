import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ID = 'virtual:shelf';

/** What the library needs to know of the shipped decks before any of them is opened: two hundredths of their size. */
export function shelf(folder = 'questions'): Plugin {
	return {
		name: 'quern-shelf',
		resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
		load(id) {
			if (id !== `\0${ID}`) return undefined;
			const slugs = readdirSync(folder).filter((slug) => existsSync(`${folder}/${slug}/deck.json`));
			const entries = slugs.map((slug) => {
				const file = `${folder}/${slug}/deck.json`;
				this.addWatchFile(file);
				const deck = JSON.parse(readFileSync(file, 'utf8')) as {
					article: { title: string };
					facts: { id: string; asked?: boolean }[];
				};
				// What is never asked says nothing of what is known.
				const facts = deck.facts.filter((fact) => fact.asked !== false).map((fact) => fact.id);
				return { slug, title: deck.article.title, facts };
			});
			return `export default ${JSON.stringify(entries)}`;
		}
	};
}
