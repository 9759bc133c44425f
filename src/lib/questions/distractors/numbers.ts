import type { Slot } from '$lib/facts/fact';
import { months } from '$lib/language/gazetteers/months';
import { parseAmount, spellNumber } from '$lib/language/numbers';
import { mentions } from '$lib/language/names';
import { shuffled, type Random } from '$lib/random';
import type { Ask, Ground } from '../ground';
import { describeValue } from './describe';
import type { Distractor } from './distractor';

/** Years between which a careless reader may mix events up. */
const AGE = 10;
const FACTORS = [0.4, 0.5, 0.6, 0.7, 0.8, 1.2, 1.3, 1.5, 1.7, 2];

/** Values near a number that could as well stand there: as round as it is, never 0, never the number itself. */
export function nearValues(value: number): number[] {
	if (Number.isInteger(value) && value > 0 && value <= 12)
		return [-4, -3, -2, -1, 1, 2, 3, 4].map((step) => value + step).filter((near) => near > 0);
	const digits = value
		.toPrecision(12)
		.replace(/e.*$/, '')
		.replace('.', '')
		.replace(/0+$/, '')
		.replace(/^0+/, '').length;
	const step = 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
	const near = FACTORS.map((factor) =>
		Number((Math.round((value * factor) / step) * step).toPrecision(12))
	);
	return [...new Set(near)].filter((one) => one > 0 && one !== value);
}

/** The key's own writing with another number in it: "USD 7.3 million" → "USD 5.1 million". */
function rewritten(text: string, from: number, to: number): string | undefined {
	const figure = /\d[\d,]*(\.\d+)?/.exec(text)?.[0];
	if (figure) {
		const written = Number(figure.replaceAll(',', ''));
		const scaled = Number(((to / from) * written).toPrecision(6));
		const decimals = figure.split('.')[1]?.length ?? 0;
		if (Number(scaled.toFixed(decimals)) !== scaled) return undefined;
		const digits = scaled.toFixed(decimals);
		return text.replace(
			figure,
			figure.includes(',') ? Number(digits).toLocaleString('en-US') : digits
		);
	}
	const word = spellNumber(from);
	if (word && mentions(text, word) && Number.isInteger(to) && to < 1000) {
		const other = text.replace(new RegExp(word, 'i'), spellNumber(to));
		return from === 1 || to === 1 ? undefined : other;
	}
	return undefined;
}

const valuesInArticle = (ground: Ground, type: Slot['type']): Set<number> =>
	new Set(
		ground.deck.facts.flatMap((fact) =>
			fact.slots
				.filter((slot) => slot.type === type && slot.value !== undefined)
				.map((slot) => slot.value as number)
		)
	);

function amounts(ask: Ask, value: number): Distractor[] {
	const standing = new Set(
		ask.evidence
			.flatMap((quote) => quote.quote.match(/[\d,.]*\d/g) ?? [])
			.map((figure) => parseAmount(figure)?.value)
	);
	return nearValues(value)
		.filter((near) => !standing.has(near) && !(ask.slot.type === 'percentage' && near >= 100))
		.flatMap((near) => {
			const text = rewritten(ask.key, value, near);
			return text
				? [{ text, reason: `The article says ${ask.key}.`, weight: 1, named: true, value: near }]
				: [];
		});
}

function years(ask: Ask, ground: Ground, value: number): Distractor[] {
	const all = [...valuesInArticle(ground, 'year')];
	const latest = Math.max(...all) + 1;
	// A year of another age tempts nobody.
	const known = all.filter((year) => Math.abs(year - value) <= AGE);
	const near = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].map((step) => value + step);
	return [...new Set([...known, ...near])]
		.filter((year) => year !== value && year <= latest && !mentions(ask.stem, String(year)))
		.map((year) => {
			const told = describeValue(ground, 'year', year, String(year), ask.fact);
			return {
				text: String(year),
				reason: told ?? `The article says ${ask.key}.`,
				weight: told ? 2 : 1,
				named: true,
				value: year
			};
		});
}

function monthNames(ask: Ask, ground: Ground, value: number): Distractor[] {
	return months.flatMap((text, index) => {
		if (index + 1 === value || mentions(ask.stem, text)) return [];
		const told = describeValue(ground, 'month', index + 1, text, ask.fact);
		return [
			{
				text,
				reason: told ?? `The article says ${ask.key}.`,
				weight: told ? 2 : 1,
				named: true,
				value: index + 1
			}
		];
	});
}

/**
 * Numbers, years and months near the key. Where they are plenty, as many below as `random` says,
 * so that the middle of the row gives nothing away.
 */
export function numberDistractors(ask: Ask, ground: Ground, random: Random): Distractor[] {
	const { type, value } = ask.slot;
	if (value === undefined) return [];
	const all =
		type === 'year'
			? years(ask, ground, value)
			: type === 'month'
				? monthNames(ask, ground, value)
				: amounts(ask, value);
	const below = Math.floor(random() * 4);
	const chosen = shuffled(all, random).toSorted((a, b) => b.weight - a.weight);
	const low = chosen.filter((one) => (one.value ?? 0) < value);
	const high = chosen.filter((one) => (one.value ?? 0) > value);
	const take = [...low.slice(0, below), ...high.slice(0, 3 - below)];
	const rest = chosen.filter((one) => !take.includes(one));
	return [...take, ...rest.slice(0, 3 - take.length)];
}
