import { fold, mentions, sameName } from '$lib/language/names';
import { countries, wellKnown, type Country } from '$lib/language/gazetteers/countries';
import { demonyms } from '$lib/language/gazetteers/demonyms';
import { organisations } from '$lib/language/gazetteers/organisations';
import type { Deck } from '$lib/facts/deck';
import type { AnswerType, Entity } from '$lib/facts/fact';
import type { Ask, Ground } from '../ground';
import { classNoun } from '../wording/wh';
import { describeEntity } from './describe';
import type { Distractor } from './distractor';

const ANY_OF_TYPE = new Set<AnswerType>(['country', 'city', 'person']);
const STATES_BODY = /\b(organi[sz]ation|bloc|alliance|union|body|league)\b/;

const familyOf = (entity: Entity): string =>
	entity.type === 'organisation' && STATES_BODY.test(entity.class ?? '')
		? 'body of states'
		: (entity.class ?? '');

/** "Who is the CEO …?": only people in such offices are fair; a president is no candidate. */
const asksOffice = (ask: Ask): boolean =>
	ask.slot.type === 'person' && ask.slot.role === 'subject' && ask.fact.predicate.lemma === 'be';

/** Countries that a text tells of without naming them: by a demonym, or by their capital. */
function toldCountries(text: string): string[] {
	const byDemonym = [...demonyms].flatMap(([demonym, country]) =>
		text.includes(demonym) && mentions(text, demonym) ? [country] : []
	);
	const byCapital = countries.flatMap(({ name, capital }) =>
		text.includes(capital) && mentions(text, capital) ? [name] : []
	);
	return [...byDemonym, ...byCapital];
}

const sharesWord = (a: string, b: string): boolean =>
	a.split(/[^\p{L}\p{N}]+/u).some((word) => word.length > 3 && mentions(b, word));

/** The entity that a key names and all its names, for keeping them out of the options. */
function namesOf(ask: Ask, ground: Ground): string[] {
	const entity = ask.slot.entity === undefined ? undefined : ground.entities.get(ask.slot.entity);
	return [ask.key, ...ask.variants, ...(entity?.aliases ?? [])];
}

/** Made once a deck: every ask looks these up. */
interface Lookup {
	/** Where each entity is named, by its id. */
	places: ReadonlyMap<string, number[]>;
	/** All names in the deck, folded. */
	names: ReadonlySet<string>;
	told: ReadonlySet<string>;
}
const lookups = new WeakMap<Deck, Lookup>();

function lookupOf({ deck }: Ground): Lookup {
	let lookup = lookups.get(deck);
	if (!lookup) {
		const { text } = deck.article;
		lookup = {
			places: new Map(
				deck.entities.map(({ id, name, aliases }) => [
					id,
					[name, ...aliases].flatMap((form) => placesOf(text, form))
				])
			),
			names: new Set(deck.entities.flatMap(({ name, aliases }) => [name, ...aliases].map(fold))),
			told: new Set(toldCountries(text))
		};
		lookups.set(deck, lookup);
	}
	return lookup;
}

function placesOf(text: string, form: string): number[] {
	const places: number[] = [];
	for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) places.push(at);
	return places;
}

/** How close to the asked sentence and how often the article speaks of it: what a careless reader recalls. */
function closeness(entity: Entity, ask: Ask, ground: Ground): number {
	const places = lookupOf(ground).places.get(entity.id) ?? [];
	const start = ask.evidence[0]?.start ?? 0;
	const nearest = places.reduce((least, at) => Math.min(least, Math.abs(at - start)), Infinity);
	return Math.min(places.length, 8) / 8 + 1 / (1 + nearest / 400);
}

function fromArticle(ask: Ask, ground: Ground): Distractor[] {
	const key = ask.slot.entity === undefined ? undefined : ground.entities.get(ask.slot.entity);
	const group = new Set(
		ask.fact.slots
			.filter((slot) => slot.role === ask.slot.role && slot.preposition === ask.slot.preposition)
			.map((slot) => slot.entity)
	);
	const barred = new Set([...(ask.slot.unfair ?? []), ...group]);
	return [...ground.entities.values()]
		.filter((entity) => entity.type === ask.slot.type && entity.id !== key?.id)
		.filter((entity) => !barred.has(entity.id))
		.filter(
			(entity) =>
				(ANY_OF_TYPE.has(entity.type) && !asksOffice(ask)) ||
				(key !== undefined && familyOf(entity) === familyOf(key))
		)
		.filter((entity) => ![entity.name, ...entity.aliases].some((name) => mentions(ask.stem, name)))
		.map((entity) => ({
			text: entity.name,
			reason: describeEntity(ground, entity, ask.fact),
			weight: 1 + closeness(entity, ask, ground),
			named: true
		}));
}

function fromGazetteer(ask: Ask, ground: Ground): Distractor[] {
	const lookup = lookupOf(ground);
	const named = (name: string) => lookup.names.has(fold(name));
	const reason = (name: string) => `The article does not mention ${name}.`;
	const key = ask.slot.entity === undefined ? undefined : ground.entities.get(ask.slot.entity);
	// A capital from elsewhere is no fair answer to where somebody lived.
	if (ask.slot.type === 'country' || (ask.slot.type === 'city' && ground.deck.reviewed !== false)) {
		const read = (country: Country) =>
			ask.slot.type === 'country' ? country.name : country.capital;
		const isHome = (country: Country) => named(country.name) || lookup.told.has(country.name);
		const home = countries.filter(isHome);
		const neighbours = (country: Country) =>
			home.filter((other) => other !== country && other.region === country.region).length;
		// A country among the article's own, or the capital of one of them, tempts whoever half remembers;
		// one from elsewhere tempts nobody, though the article hints at it.
		return countries
			.filter((country) => !named(read(country)) && neighbours(country) > 0)
			.map((country) => ({
				text: read(country),
				reason: reason(read(country)),
				weight:
					(isHome(country) ? 0.3 : 0) +
					0.1 * neighbours(country) +
					(wellKnown.has(country.name) ? 0.2 : 0),
				named: false
			}));
	}
	if (key && familyOf(key) === 'body of states') {
		const own = organisations.find((organisation) => sameName(organisation.name, ask.key));
		const family =
			own?.family ??
			(/secur|defen[cs]e|bloc|alliance/.test(key.class ?? '') ? 'security' : 'economy');
		return organisations
			.filter((organisation) => organisation.family === family && !named(organisation.name))
			.filter((organisation) => !named(organisation.short || organisation.name))
			.map((organisation) => ({
				text: organisation.name,
				reason: reason(`the ${organisation.name}`),
				weight: 0.5,
				named: false
			}));
	}
	return [];
}

/** Names of the same kind as the key: from the article, then from the gazetteers. */
export function nameDistractors(ask: Ask, ground: Ground): Distractor[] {
	const names = namesOf(ask, ground);
	const noun = classNoun(ask.slot, undefined) ?? '';
	const told = ask.slot.type === 'country' ? toldCountries(ask.stem) : [];
	return [...fromArticle(ask, ground), ...fromGazetteer(ask, ground)].filter(
		({ text }) =>
			!names.some((name) => sameName(name, text) || mentions(name, text) || mentions(text, name)) &&
			!mentions(ask.stem, text) &&
			!told.includes(text) &&
			!(ask.slot.type === 'person' && sharesWord(text, ask.key)) &&
			!sameName(text, noun)
	);
}
