import { describe, expect, test } from 'vitest';
import type { Deck } from '$lib/facts/deck';
import { articlesTitle, drawGroup, gatherArticles, gatherKinds, kindsTitle } from './mastery';
import { bandsSentence, bandsTitle, gatherBands, type Stand } from './stands';

describe('how facts stand', () => {
	const stands = (deck: string, ...list: [Stand['standing'], number?][]): Stand[] =>
		list.map(([standing, known], n) => ({
			deck,
			fact: `f${n}`,
			standing,
			...(known === undefined ? {} : { known })
		}));
	const deckOf = (slug: string, title: string, types: string[] = []) =>
		({
			slug,
			article: { title },
			facts: types.map((type, n) => ({ id: `f${n}`, slots: [{ type }] }))
		}) as unknown as Deck;

	test('bands count every fact once, and sentences tell none, one and many', () => {
		const none = gatherBands(stands('a', ['unasked'], ['holding', 0.9]));
		expect(none).toEqual({ stuck: 0, holding: 1, slipping: 0, unasked: 1 });
		expect(bandsTitle(none)).toBe('No fact has stuck yet');
		expect(bandsTitle({ ...none, stuck: 1 })).toBe('One fact has stuck');
		expect(bandsTitle({ ...none, stuck: 30 })).toBe('30 facts have stuck');
		expect(bandsSentence(none, 1, 9000)).toBe(
			'There are two in your article. Nothing is slipping today.'
		);
		expect(bandsSentence({ ...none, slipping: 1 }, 5, 9000)).toBe(
			'There are three in your five articles. One is slipping; a review of less than a minute brings it back.'
		);
		expect(bandsSentence({ ...none, slipping: 9 }, 5, 26_000)).toMatch(
			/Nine are slipping; a review of about four minutes brings them back\.$/
		);
	});

	const known = (n: number, chance: number): [Stand['standing'], number][] =>
		Array.from({ length: n }, () => ['stuck', chance]);

	test('articles: the best known first; those never asked are left out', () => {
		const groups = gatherArticles(
			[deckOf('a', 'A'), deckOf('b', 'B'), deckOf('c', 'C')],
			[
				...stands('a', ...known(5, 0.8), ['unasked']),
				...stands('b', ...known(6, 0.95)),
				...stands('c', ['unasked'])
			]
		);
		expect(groups.map(({ name, deck }) => [name, deck])).toEqual([
			['B', 'b'],
			['A', 'a']
		]);
		expect(groups[1]?.known).toBeCloseTo(0.8);
		expect(articlesTitle(groups)).toBe('You know “B” best, “A” least');
		expect(articlesTitle(groups.slice(0, 1))).toBe('You would know 95% of what you were asked');
		expect(articlesTitle([])).toBe('No article has been asked about yet');
	});

	test('a hundred articles are no picture: the rest stand together, and no fact is lost', () => {
		const slugs = Array.from({ length: 100 }, (_, n) => `d${n}`);
		const groups = gatherArticles(
			slugs.map((slug) => deckOf(slug, slug)),
			slugs.flatMap((slug, n) => stands(slug, ...known(3, n / 100)))
		);
		expect(groups).toHaveLength(12);
		expect(groups.at(-1)?.name).toBe('89 more articles');
		expect(groups.reduce((sum, { bands }) => sum + bands.stuck, 0)).toBe(300);
	});

	test('kinds: by what was asked for the last time that it was one thing', () => {
		const deck = deckOf('a', 'A', ['person', 'year', 'money', 'country']);
		const groups = gatherKinds(
			[deck],
			stands('a', ['stuck', 0.9], ['stuck', 0.7], ['slipping', 0.5], ['unasked']),
			[
				{ deck: 'a', fact: 'f0', slot: 0 },
				{ deck: 'a', fact: 'f0' },
				{ deck: 'a', fact: 'f1', slot: 0 },
				{ deck: 'a', fact: 'f2' }
			]
		);
		expect(groups.map(({ name, bands }) => [name, bands.stuck + bands.slipping])).toEqual([
			['Who: people and bodies', 1],
			['When: dates and years', 1],
			['Whether: whole statements', 1]
		]);
		expect(kindsTitle(groups.slice(0, 1))).toBe('So far you were asked only “who”');
		expect(kindsTitle(groups)).toBe('It is too early to tell which kinds of fact you know best');
		const many = groups.map((group) => ({ ...group, bands: { ...group.bands, stuck: 5 } }));
		expect(kindsTitle(many)).toBe('You know “who” best, “whether” least');
		expect(kindsTitle(many.map((group) => ({ ...group, known: 0.9 })))).toBe(
			'You know all kinds of fact about equally well'
		);
	});

	test('the widths of a strip go with the counts', () => {
		const { rects } = drawGroup(
			{ name: '', known: 1, bands: { stuck: 10, holding: 5, slipping: 0, unasked: 5 } },
			400
		);
		expect(rects.map(({ standing, width }) => [standing, Math.round(width)])).toEqual([
			['stuck', 198],
			['holding', 98]
		]);
	});
});
