import { describe, expect, test } from 'vitest';
import { coverageOf } from './coverage';
import type { Fact, Predicate, Role, Slot } from './fact';

const TEXT =
	'Norway may buy the old ferry, and Anna Berg said on Monday that Norway will not sell it to Oslo.';

const at = (role: Role, text: string, more: Partial<Slot> = {}): Slot => {
	const start = TEXT.indexOf(text);
	return { role, type: 'thing', text, start, end: start + text.length, ...more };
};

const fact = (lemma: string, slots: Slot[], more: Partial<Predicate & Fact> = {}): Fact => {
	const { attribution, ...predicate } = more;
	return {
		id: lemma,
		predicate: {
			lemma,
			tense: 'present',
			aspect: 'simple',
			voice: 'active',
			polarity: 'affirmative',
			...(predicate as Partial<Predicate>)
		},
		slots,
		...(attribution && { attribution }),
		evidence: [{ start: 0, end: TEXT.length, quote: TEXT }]
	};
};

const says = (found: Fact, reviewed: Fact): boolean =>
	coverageOf([reviewed], [found]).found.length > 0;

const norway = at('subject', 'Norway');
const ferry = at('object', 'the old ferry');
const { role: _, type: __, ...berg } = at('subject', 'Anna Berg');

describe('a reviewed fact is found', () => {
	const mayBuy = fact('buy', [norway, ferry], { modal: 'may' });

	test('where the engine says the same in other words', () => {
		expect(says(fact('purchase', [norway, ferry], { modal: 'could' }), mayBuy)).toBe(true);
	});

	test('not where what may be is said to be', () => {
		expect(says(fact('buy', [norway, ferry]), mayBuy)).toBe(false);
	});

	test('not where what is wanted is said to be done', () => {
		const wants = fact('want', [norway, ferry], { infinitive: 'to buy' });
		expect(says(fact('buy', [norway, ferry]), wants)).toBe(false);
		expect(says(fact('want', [norway, ferry], { infinitive: 'to buy' }), wants)).toBe(true);
	});

	test('not where a “not” is lost', () => {
		const sells = fact('sell', [norway, at('oblique', 'Oslo')], { polarity: 'negative' });
		expect(says(sells, sells)).toBe(true);
		expect(
			says({ ...sells, predicate: { ...sells.predicate, polarity: 'affirmative' } }, sells)
		).toBe(false);
	});

	test('only where it is told who says so, as a source or as who speaks', () => {
		const it = at('object', 'it', { as: 'the ferry' });
		const claim = fact('sell', [it, at('oblique', 'Oslo')], { attribution: berg });
		expect(says(fact('sell', claim.slots), claim)).toBe(false);
		const spoken = at('object', 'Norway will not sell it to Oslo');
		expect(says(fact('say', [at('subject', 'Anna Berg'), spoken]), claim)).toBe(true);
	});

	test('not where all of it stands in one phrase of another statement', () => {
		const phrase = at('object', 'Norway may buy the old ferry');
		expect(says(fact('read', [phrase, at('place', 'Oslo')]), mayBuy)).toBe(false);
	});

	test('not by a pronoun that may mean anything', () => {
		const sold = fact('sell', [at('object', 'it'), at('oblique', 'Oslo')]);
		expect(says(sold, fact('carry', sold.slots))).toBe(false);
		const known = [at('object', 'it', { as: 'the ferry' }), at('oblique', 'Oslo')];
		expect(says(fact('sell', known), fact('carry', known))).toBe(true);
	});
});
