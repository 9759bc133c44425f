import { states } from '$lib/language/gazetteers/states';
import { mentions } from '$lib/language/names';
import { hash } from '$lib/random';
import type { Ask, Ground } from '../../ground';
import { BLANK, isAfter } from '../../wording/blank';
import { statement } from '../../wording/statement';
import { entityOf, pluralNoun, words } from '../../wording/phrase';
import { ownClass } from '../../wording/wh';
import { draftOf, type Draft } from '../draft';
import { othersThan } from '../text/make';

const LONGEST = 4;
/** A gap in the middle of a word, a range or a share. */
const TORN =
	/[–×°-]_|\d(?: ?[–-] ?)?_____|_____(?:[\p{L}%–—′°×/-]|['’](?!s\b)| and \d| ?[–-] ?\d| ?[\d%]| ?per ?cent)/u;
const UNSURE = /^(organisation|place|product|event|thing)$/;

/** The slot's words with the answer blanked out: "the _____ trainer aircraft". */
function blanked(ask: Ask, ground: Ground, own = words(ask.slot)): string {
	const name = entityOf(ground.entities, ask.slot)?.name ?? ask.key;
	if (own.includes(name)) return own.replace(name, BLANK);
	const article = ask.slot.type === 'person' ? '' : (/^(?:the|an?) /i.exec(own)?.[0] ?? '');
	return article && !/^(?:the|an?) /i.test(ask.key) ? article + BLANK : BLANK;
}

/**
 * What belongs in the gap, in brackets after it, unless the sentence says so: in "visited _____ in October"
 * a country would fit as well as the city. A gap for a person says it by itself, and one for an owner can't be torn from its noun.
 */
function withClass(stem: string, ask: Ask, ground: Ground): string {
	const noun = hintOf(ask, ground);
	const told = noun === 'place' ? ['place', 'city'] : [noun ?? '', pluralNoun(noun ?? '')];
	// "In _____, after 24 years" could be a place.
	const isTime = /^(years?|month and year|date)$/.test(noun ?? '');
	if (noun === undefined || (!isTime && told.some((word) => mentions(stem, word)))) return stem;
	return stem.replace(BLANK, `${BLANK} (${noun})`);
}

function hintOf({ fact, slot, key }: Ask, { deck, entities }: Ground): string | undefined {
	const entity = entityOf(entities, slot);
	if (slot.role === 'possessor') return undefined;
	// "_____ said that …" could be a firm as well.
	if (slot.type === 'person')
		return slot.role === 'subject' && fact.slots.some(({ type }) => type === 'quotation')
			? slot.type
			: undefined;
	if (deck.reviewed === false) {
		if (slot.type === 'thing' && !entity) return hintOfLetters(key);
		// Of names that nobody has reviewed type and class may be wrong: Georgia is a state as well.
		if (slot.type === 'country') return states.includes(key) ? 'place' : 'country';
		if (slot.type === 'city') return 'place';
		if (UNSURE.test(slot.type)) return undefined;
	}
	if (slot.type === 'date' && !slot.noun) return hintOfDate(key);
	return slot.type === 'duration' ? 'length of time' : ownClass(slot, entity);
}

/** A god is a deity as well, a steep slope a steep valley: the first letters tell which words are meant. */
function hintOfLetters(key: string): string {
	const letters = key.split(' ').map((word) => word.charAt(0).toLowerCase());
	const last = letters.pop();
	return letters.length
		? `words starting with ${letters.join(', ')} and ${last}`
		: `starts with ${last}`;
}

/** "In _____ he returned": to where, or when? */
function hintOfDate(key: string): string | undefined {
	if (/^\p{Lu}\p{L}+,? \d{4}$/u.test(key)) return 'month and year';
	if (/^\d{4}\b.*\b\d{2,4}$|00s$/.test(key)) return 'years';
	return /\b\d{1,2}(st|nd|rd|th)?\b.*\b\d{4}$/.test(key) ? 'date' : undefined;
}

/** "Only _____ agreement": the singular tells. */
const isBetrayed = (ask: Ask): boolean => ask.slot.type === 'quantity' && ask.slot.value === 1;

/** The sentence with a gap in place of the answer, where it has it once. */
function gapIn(sentence: string, ask: Ask, ground: Ground): string | undefined {
	// "About 200 children": the figure alone is asked for.
	const forms = [entityOf(ground.entities, ask.slot)?.name, words(ask.slot), ask.slot.text];
	const own = forms.find((form) => form && sentence.includes(form));
	// "1909 – 1910" and "63.6 %" are one, and of several in a list each would be right.
	const whole = own === undefined ? [] : sentence.split(own);
	if (whole.length !== 2 || TORN.test(whole.join(BLANK)) || ask.needsOptions) return undefined;
	return whole.join(blanked(ask, ground, own));
}

/**
 * The fact’s sentence with a gap: its own, as far as it stands alone, and that with the one before it; else the one that
 * the fact is worded as.
 */
function gapped(ask: Ask, ground: Ground): string[] {
	const { sentence, passage } = ask.fact;
	const { gap } = ask.slot;
	const own = sentence === undefined || gap === 'after' ? undefined : gapIn(sentence, ask, ground);
	const after = passage && gap !== 'alone' ? gapIn(passage.sentence, ask, ground) : undefined;
	const found = [
		...(own === undefined ? [] : [own]),
		...(after === undefined ? [] : [`${passage!.before} ${after}`])
	];
	if (found.length || ask.slot.role === 'aside' || (sentence !== undefined && ask.needsOptions))
		return found;
	// Where the article's own sentence does not stand alone, our wording of it hardly ever does.
	if (ground.deck.reviewed === false) return [];
	return [
		statement(ask.fact, ground.entities, {
			replace: new Map([[ask.index, blanked(ask, ground)]])
		})
	];
}

/**
 * The fact as a sentence with one answer left out, if the rest does not tell it: one a fact; of facts that nobody
 * has reviewed all, for the best to be chosen.
 */
export function make(ground: Ground): Draft[] {
	return ground.deck.facts.flatMap((fact) => {
		const asks = [...ground.asks, ...ground.gaps].filter(
			// "The JF-17 is _____." could end in a hundred ways.
			(ask) =>
				ask.fact === fact &&
				!ask.parts &&
				ask.slot.role !== 'complement' &&
				!isBetrayed(ask) &&
				ask.key.split(' ').length <= LONGEST
		);
		const fair = asks.flatMap((ask) =>
			gapped(ask, ground).flatMap((stem) => {
				const told = [ask.key, ...ask.variants].some((form) => mentions(stem, form));
				const single = stem.split(BLANK).length === 2;
				return told || !single ? [] : [{ ask, stem: withClass(stem, ask, ground) }];
			})
		);
		if (fair.length === 0) return [];
		const chosen = fair[hash(`${ground.seed}:cloze:${fact.id}`) % fair.length];
		const all = ground.deck.reviewed === false ? fair : chosen ? [chosen] : [];
		return all.map(({ ask, stem }) => {
			const { value, unit } = ask.slot;
			const { passage } = fact;
			const after = passage && isAfter(passage, stem);
			return {
				...draftOf(ask),
				stem,
				...(after && {
					evidence: [
						...ask.evidence.filter(({ start }) => start !== passage.evidence.start),
						passage.evidence
					],
					explanation: `${passage.before} ${passage.sentence}`
				}),
				others: othersThan(ask, ground),
				...(value === undefined || ask.slot.type === 'month'
					? {}
					: { value, tolerance: Math.abs(value) * 0.0005 }),
				...(unit === undefined ? {} : { unit })
			};
		});
	});
}
