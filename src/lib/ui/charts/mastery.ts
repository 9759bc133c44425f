import type { AnswerType } from '$lib/facts/fact';
import type { Deck } from '$lib/facts/deck';
import { factKey } from '$lib/memory/card';
import type { Attempt } from '$lib/memory/attempt';
import { counted, sentenceCase } from '$lib/ui/words';
import { gatherBands, type Bands, type Stand } from './stands';
import { at, chance } from './scale';

/** How a group of facts stands. */
export interface Group {
	name: string;
	/** Slug of the article; absent where the group is no article. */
	deck?: string;
	bands: Bands;
	/** Mean chance of knowing one of its facts today, of those asked. */
	known: number;
}

/** More would be a list, no picture: the rest stand together. */
const MOST = 12;

const asked = ({ bands }: Group) => bands.stuck + bands.holding + bands.slipping;

/** `Map.groupBy`, which Node 20 lacks. */
function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const group = groups.get(key(one));
		if (group) group.push(one);
		else groups.set(key(one), [one]);
	}
	return groups;
}

function groupOf(name: string, stands: readonly Stand[]): Group {
	const known = stands.flatMap((stand) => stand.known ?? []);
	return {
		name,
		bands: gatherBands(stands),
		known: known.reduce((sum, one) => sum + one, 0) / Math.max(1, known.length)
	};
}

/** Articles of which anything was asked, the best known first. */
export function gatherArticles(decks: readonly Deck[], stands: readonly Stand[]): Group[] {
	const byDeck = grouped(stands, (stand) => stand.deck);
	const groups = decks
		.map((deck) => ({
			...groupOf(deck.article.title, byDeck.get(deck.slug) ?? []),
			deck: deck.slug
		}))
		.filter((group) => asked(group) > 0)
		.sort((a, b) => b.known - a.known);
	if (groups.length <= MOST) return groups;
	const shown = new Set(groups.slice(0, MOST - 1).map(({ deck }) => deck));
	const rest = groups.slice(MOST - 1).map(({ deck }) => deck);
	return [
		...groups.slice(0, shown.size),
		groupOf(
			sentenceCase(counted(rest.length, 'more article')),
			rest.flatMap((deck) => byDeck.get(deck) ?? [])
		)
	];
}

const WHO = 'Who: people and bodies';
const WHERE = 'Where: countries and places';
const WHEN = 'When: dates and years';
const MUCH = 'How much: numbers and sums';
const WHAT = 'What: things and words';
/** What was asked for, as a learner would say it. */
const KINDS: Record<AnswerType, string> = {
	person: WHO,
	organisation: WHO,
	country: WHERE,
	city: WHERE,
	place: WHERE,
	date: WHEN,
	year: WHEN,
	month: WHEN,
	quantity: MUCH,
	money: MUCH,
	percentage: MUCH,
	duration: MUCH,
	ordinal: MUCH,
	product: WHAT,
	event: WHAT,
	quotation: WHAT,
	thing: WHAT
};
const WHOLE = 'Whether: whole statements';

/** Facts that were asked, by what was asked for the last time that it was one thing. */
export function gatherKinds(
	decks: readonly Deck[],
	stands: readonly Stand[],
	attempts: readonly Pick<Attempt, 'deck' | 'fact' | 'slot'>[]
): Group[] {
	const slots = new Map<string, number>();
	for (const { deck, fact, slot } of attempts)
		if (slot !== undefined) slots.set(factKey(deck, fact), slot);
	const types = new Map<string, AnswerType>();
	for (const { slug, facts } of decks)
		for (const { id, slots: own } of facts) {
			const type = own[slots.get(factKey(slug, id)) ?? -1]?.type;
			if (type) types.set(factKey(slug, id), type);
		}
	const kindOf = ({ deck, fact }: Stand): string => {
		const type = types.get(factKey(deck, fact));
		return type ? KINDS[type] : WHOLE;
	};
	const byKind = grouped(
		stands.filter(({ known }) => known !== undefined),
		kindOf
	);
	return [...byKind].map(([name, own]) => groupOf(name, own)).sort((a, b) => b.known - a.known);
}

/** Groups with fewer facts say nothing of their kind. */
const ENOUGH = 5;

/** "You know A best, B least": only where there is a difference to speak of, and facts enough to tell. */
function compared(groups: readonly Group[], what: string, name: (group: Group) => string): string {
	const told = groups.filter((group) => asked(group) >= ENOUGH);
	const [best, least] = [told[0], told.at(-1)];
	if (!best || !least || best === least)
		return `It is too early to tell which ${what} you know best`;
	if (best.known - least.known < 0.03) return `You know all ${what} about equally well`;
	return `You know ${name(best)} best, ${name(least)} least`;
}

/** A title's beginning, in whole words, where it is long. */
const brief = (title: string): string =>
	title.length <= 60 ? title : `${title.slice(0, 58).replace(/\s+\S*$/, '')} …`;

export function articlesTitle(groups: readonly Group[]): string {
	if (groups.length === 0) return 'No article has been asked about yet';
	const [only] = groups;
	if (groups.length === 1 && only)
		return `You would know ${chance(only.known)} of what you were asked`;
	return compared(
		groups.filter(({ deck }) => deck !== undefined),
		'articles',
		({ name }) => `“${brief(name)}”`
	);
}

export function kindsTitle(groups: readonly Group[]): string {
	if (groups.length === 0) return 'Nothing has been asked yet';
	const short = ({ name }: Group) => `“${name.split(':')[0]!.toLowerCase()}”`;
	if (groups.length === 1) return `So far you were asked only ${short(groups[0]!)}`;
	return compared(groups, 'kinds of fact', short);
}

const HEIGHT = 19;
/** A strip's heights: how well a fact sits. */
const TALL = { stuck: 17, holding: 11, slipping: 5 } as const;

/** A strip in which all facts of a standing stand together; those not asked leave the line bare. */
export function drawGroup({ bands }: Group, width: number) {
	const whole = Math.max(1, bands.stuck + bands.holding + bands.slipping + bands.unasked);
	let x = 0;
	const rects = (['stuck', 'holding', 'slipping'] as const).flatMap((standing) => {
		const count = bands[standing];
		if (count === 0) return [];
		const wide = (count / whole) * width;
		const rect = {
			standing,
			count,
			x: at(x + 1),
			y: HEIGHT - 1 - TALL[standing],
			width: at(Math.max(1, wide - 2)),
			height: TALL[standing]
		};
		x += wide;
		return [rect];
	});
	return { height: HEIGHT, rects };
}
