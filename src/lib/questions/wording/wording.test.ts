import { describe, expect, test } from 'vitest';
import type { Entity, Fact, Predicate, Slot } from '$lib/facts/fact';
import { wordQuestion } from './question';
import { relativeClause } from './relative';
import { polarQuestion, statement } from './statement';
import { pluralNoun } from './phrase';
import { verbGroup } from './verb-group';

const predicate = (lemma: string, more: Partial<Predicate> = {}): Predicate => ({
	lemma,
	tense: 'past',
	aspect: 'simple',
	voice: 'active',
	polarity: 'affirmative',
	...more
});
const slot = (
	role: Slot['role'],
	type: Slot['type'],
	text: string,
	more: Partial<Slot> = {}
): Slot => ({
	role,
	type,
	text,
	start: 0,
	end: text.length,
	...more
});
const fact = (p: Predicate, slots: Slot[], more: Partial<Fact> = {}): Fact => ({
	id: 'f',
	predicate: p,
	slots,
	evidence: [{ start: 0, end: 1, quote: 'x' }],
	...more
});
const entities = new Map<string, Entity>(
	[
		{ id: 'nepal', type: 'country' as const, name: 'Nepal', aliases: [] },
		{ id: 'india', type: 'country' as const, name: 'India', aliases: [] },
		{ id: 'rao', type: 'person' as const, name: 'Asha Rao', aliases: ['Rao'] }
	].map((entity) => [entity.id, entity])
);

describe('a verb takes the form its clause asks for', () => {
	test.each<[Predicate, boolean, string, string, string]>([
		[predicate('visit'), false, 'did', 'visit', 'visited'],
		[predicate('visit', { tense: 'present' }), true, 'do', 'visit', 'visit'],
		[predicate('be', { tense: 'present' }), true, 'are', '', 'are'],
		[predicate('see', { aspect: 'perfect', tense: 'present' }), false, 'has', 'seen', 'has seen'],
		[
			predicate('build', { aspect: 'perfect progressive', tense: 'present' }),
			true,
			'have',
			'been building',
			'have been building'
		],
		[
			predicate('market', { aspect: 'progressive', tense: 'present', voice: 'passive' }),
			false,
			'is',
			'being marketed',
			'is being marketed'
		],
		[predicate('sign', { voice: 'passive' }), false, 'was', 'signed', 'was signed'],
		[
			predicate('connect', { modal: 'may', voice: 'passive' }),
			false,
			'may',
			'be connected',
			'may be connected'
		],
		[
			predicate('include', { polarity: 'negative', tense: 'present' }),
			false,
			'does',
			'not include',
			'does not include'
		],
		[
			predicate('set', { particle: 'up', adverb: 'reportedly' }),
			false,
			'did',
			'reportedly set up',
			'reportedly set up'
		],
		[
			predicate('want', { infinitive: 'to build' }),
			false,
			'did',
			'want to build',
			'wanted to build'
		]
	])('%o', (p, plural, auxiliary, rest, whole) =>
		expect(verbGroup(p, plural)).toEqual({ auxiliary, rest, whole })
	);
});

const border = fact(predicate('share', { tense: 'present' }), [
	slot('subject', 'country', 'Nepal', { entity: 'nepal' }),
	slot('object', 'thing', 'a long border', { asked: false }),
	slot('oblique', 'country', 'India', { preposition: 'with', entity: 'india' })
]);

test('a statement, its yes-or-no question and a question for each slot', () => {
	expect(statement(border, entities)).toBe('Nepal shares a long border with India.');
	expect(polarQuestion(border, entities)).toBe('Does Nepal share a long border with India?');
	expect(wordQuestion(border, 0, entities)).toBe('Which country shares a long border with India?');
	expect(wordQuestion(border, 2, entities)).toBe(
		'With which country does Nepal share a long border?'
	);
	expect(relativeClause(border, 2, entities)).toBe(
		'the country with which Nepal shares a long border'
	);
});

test('a possessor is asked with what it owns', () => {
	const blocked = fact(predicate('block'), [
		slot('subject', 'country', 'India', { entity: 'india' }),
		slot('possessor', 'country', 'Nepal', { entity: 'nepal' }),
		slot('object', 'thing', 'application')
	]);
	expect(wordQuestion(blocked, 1, entities)).toBe('Which country’s application did India block?');
	expect(relativeClause(blocked, 1, entities)).toBe('the country whose application India blocked');
});

test('how many counts what is counted, and the verb agrees', () => {
	const trained = fact(predicate('be', { voice: 'passive', lemma: 'train' }), [
		slot('subject', 'quantity', '130', { value: 130, unit: 'rangers' }),
		slot('time', 'year', '2015', { preposition: 'in', value: 2015 })
	]);
	expect(wordQuestion(trained, 0, entities)).toBe('How many rangers were trained in 2015?');
	expect(wordQuestion(trained, 1, entities)).toBe('In which year were 130 rangers trained?');
});

test('several answers are asked together, or one of them among options', () => {
	const chosen = fact(predicate('choose'), [
		slot('subject', 'person', 'Asha Rao', { entity: 'rao' }),
		slot('object', 'country', 'Nepal', { entity: 'nepal' }),
		slot('object', 'country', 'India', { entity: 'india' })
	]);
	expect(statement(chosen, entities)).toBe('Asha Rao chose Nepal and India.');
	expect(wordQuestion(chosen, 1, entities, { all: true })).toBe(
		'Which two countries did Asha Rao choose?'
	);
	expect(wordQuestion(chosen, 1, entities)).toBeUndefined();
	expect(relativeClause(chosen, 1, entities)).toBe('one of the countries that Asha Rao chose');
	expect(wordQuestion(chosen, 0, entities)).toBe('Who chose Nepal and India?');
});

test('a claim keeps who claims it, without naming the answer', () => {
	const claim = fact(
		predicate('grow'),
		[
			slot('subject', 'thing', 'trade', { asked: false }),
			slot('oblique', 'country', 'Nepal', { preposition: 'with', entity: 'nepal' })
		],
		{ attribution: { text: 'Nepal’s envoy, Asha Rao', start: 0, end: 1, entity: 'rao' } }
	);
	expect(statement(claim, entities)).toBe(
		'According to Nepal’s envoy, Asha Rao, trade grew with Nepal.'
	);
	expect(wordQuestion(claim, 1, entities)).toBe(
		'According to Asha Rao, with which country did trade grow?'
	);
});

test('no question is worded whose stem would tell the answer', () => {
	const told = fact(predicate('be', { tense: 'present' }), [
		slot('subject', 'country', 'Nepal', { entity: 'nepal' }),
		slot('complement', 'thing', 'the home of Nepal’s tigers')
	]);
	expect(wordQuestion(told, 0, entities)).toBeUndefined();
});

test('an ordinal does not say its class noun twice', () => {
	const second = fact(predicate('be'), [
		slot('subject', 'country', 'Nepal', { entity: 'nepal' }),
		slot('complement', 'ordinal', 'the second country to sign', { asked: false })
	]);
	expect(wordQuestion(second, 0, entities)).toBe('Which country was the second to sign?');
});

test('a hedge and a negation are never lost', () => {
	const hedged = fact(
		predicate('draft', { aspect: 'perfect', tense: 'present', adverb: 'reportedly' }),
		[slot('subject', 'country', 'Nepal', { entity: 'nepal' }), slot('object', 'thing', 'a plan')]
	);
	expect(wordQuestion(hedged, 0, entities)).toBe('Which country has reportedly drafted a plan?');
	const negative = fact(predicate('join', { polarity: 'negative' }), [
		slot('subject', 'country', 'Nepal', { entity: 'nepal' }),
		slot('object', 'thing', 'the union')
	]);
	expect(statement(negative, entities)).toBe('Nepal did not join the union.');
	expect(polarQuestion(negative, entities)).toBe('Did Nepal join the union?');
});

test.each([
	['country', 'countries'],
	['security bloc', 'security blocs'],
	['day', 'days'],
	['member of the club', 'members of the club'],
	['church', 'churches']
])('more than one %s are %s', (one, many) => expect(pluralNoun(one)).toBe(many));
