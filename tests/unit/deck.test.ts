/** Every deck that ships, and every question made of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isVerbatim, overlaps } from '$lib/article/spans';
import { paragraphAt, paragraphs } from '$lib/article/paragraphs';
import { derive } from '$lib/facts/derive';
import { parseDeck, writeDeck } from '$lib/formats/deck';
import { shippedDeck } from '$lib/formats/shipped';
import { mentions, sameName } from '$lib/language/names';
import { flawsOf } from '$lib/questions/flaws';
import { generate } from '$lib/questions/generate';
import { answers } from '$lib/questions/kinds/answers';
import { Kind, Question } from '$lib/questions/question';
import { statement } from '$lib/questions/wording/statement';

const folder = new URL('../../questions/', import.meta.url);

describe.each(readdirSync(folder))('the deck %s', (slug) => {
	const file = readFileSync(new URL(`${slug}/deck.json`, folder), 'utf8');
	const read = parseDeck(file);
	if (!read.ok) throw new Error(read.error.message);
	const deck = read.value;
	const { text } = deck.article;
	const body = paragraphs(deck.article);
	const entities = new Map(deck.entities.map((entity) => [entity.id, entity]));
	const questions = generate(deck, 1);

	test('is kept under its own slug, and written as it was read', () => {
		expect(deck.slug).toBe(slug);
		expect(parseDeck(writeDeck(deck))).toEqual(read);
	});

	test('comes to the pages, which check nothing, as it comes through every check', () => {
		expect(shippedDeck(file)).toEqual(deck);
	});

	test('has facts in every paragraph', () => {
		const told = new Set(
			deck.facts.flatMap((fact) => fact.evidence.map((quote) => paragraphAt(body, quote)?.number))
		);
		expect([...told].toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
			body.map((paragraph) => paragraph.number)
		);
	});

	test('has two questions at least for every fact asked, so that a review can ask another', () => {
		const own = questions.filter((question) => question.factIds.length === 1);
		for (const { factId } of own)
			expect(own.filter((question) => question.factId === factId).length, factId).toBeGreaterThan(
				1
			);
	});

	test('concludes from its facts what it says it does', () => {
		const concluded = derive(deck.facts, deck.entities).map((fact) => statement(fact, entities));
		const derived = deck.facts
			.filter((fact) => fact.derivedBy)
			.map((fact) => statement(fact, entities));
		expect(derived.toSorted()).toEqual(concluded.toSorted());
	});

	test('quotes its evidence verbatim, in facts and in questions', () => {
		for (const fact of deck.facts)
			for (const slot of fact.slots) expect(text.slice(slot.start, slot.end)).toBe(slot.text);
		for (const { evidence } of [...deck.facts, ...questions])
			for (const quote of evidence) expect(isVerbatim(text, quote)).toBe(true);
	});

	test('gives the same questions for the same seed, and others for another', () => {
		const written = (seed: number) => JSON.stringify(generate(deck, seed));
		expect(written(1)).toBe(JSON.stringify(questions));
		expect(written(2) === written(1)).toBe(false);
	});

	describe.each([1, 2, 3])('asked with seed %i', (seed) => {
		const pool = generate(deck, seed);

		test('has questions of every kind, each with an id of its own and in its schema', () => {
			expect(new Set(pool.map((question) => question.kind))).toEqual(new Set(Kind.options));
			expect(new Set(pool.map((question) => question.id)).size).toBe(pool.length);
			for (const question of pool) expect(Question.safeParse(question).error).toBeUndefined();
		});

		test('has no item flaw', () => {
			expect(
				pool.flatMap((question) => flawsOf(question).map((flaw) => [question.stem, flaw]))
			).toEqual([]);
		});

		test('no stem contains its key, or another name of it', () => {
			for (const question of pool) {
				if (question.kind === 'boolean') continue;
				for (const key of [question.key, question.variants].flat(2))
					expect(mentions(question.stem, key)).toBe(false);
			}
		});

		test('no option repeats another or an alias of it, and just one is right', () => {
			for (const { options, stem } of pool) {
				if (options.length === 0) continue;
				expect(
					options.filter((option) => option.correct),
					stem
				).toHaveLength(1);
				const names = options.map((option) => {
					const entity = deck.entities.find((one) => one.name === option.text);
					return [option.text, ...(entity?.aliases ?? [])];
				});
				for (const [i, own] of names.entries())
					for (const other of names.slice(i + 1))
						expect(
							own.some((a) => other.some((b) => sameName(a, b))),
							stem
						).toBe(false);
			}
		});

		test('every choice has three wrong options, each with a reason that is a sentence', () => {
			for (const { kind, options, stem } of pool) {
				if (kind !== 'choice') continue;
				expect(options, stem).toHaveLength(4);
				for (const option of options) expect(option.reason).toMatch(/^[“\p{Lu}\d].*[.”]$/u);
			}
		});

		test('every key, and every variant of it, is taken as right when it is given', () => {
			for (const question of pool) {
				if (Array.isArray(question.key)) continue;
				const typed =
					question.options.length > 0 ? [question.key] : [question.key, ...question.variants];
				for (const given of typed) {
					expect(answers[question.kind].validate(question, given), question.stem).toMatchObject({
						ok: true
					});
					expect(
						answers[question.kind].score(question, given).right,
						`${question.stem} ${given}`
					).toBe(true);
				}
			}
		});

		test('the letters are right about equally often', () => {
			const at = [0, 0, 0, 0];
			const choices = pool.filter((question) => question.kind === 'choice');
			for (const { options } of choices) at[options.findIndex((option) => option.correct)]! += 1;
			for (const count of at) expect(Math.abs(count - choices.length / 4)).toBeLessThanOrEqual(2);
		});
	});

	test('its derived facts are not told by the facts they come from in one quiz', () => {
		for (const fact of deck.facts.filter((one) => one.derivedBy))
			for (const id of fact.from ?? []) {
				const ground = deck.facts.find((one) => one.id === id);
				expect(
					ground && fact.evidence.some((a) => ground.evidence.some((b) => overlaps(a, b)))
				).toBe(true);
			}
	});
});

describe('the deck on Pakistan and Azerbaijan', () => {
	const read = parseDeck(readFileSync(new URL('pakistan-azerbaijan/deck.json', folder), 'utf8'));
	if (!read.ok) throw new Error(read.error.message);
	const questions = generate(read.value, 1);
	const keyOf = (stem: RegExp): unknown => {
		const found = questions.filter(
			(question) => stem.test(question.stem) && question.kind !== 'boolean'
		);
		expect(found.length, String(stem)).toBeGreaterThan(0);
		return found[0]?.key;
	};

	test('has at least fifty facts and 120 questions', () => {
		expect(read.value.facts.length).toBeGreaterThanOrEqual(50);
		expect(questions.length).toBeGreaterThanOrEqual(120);
	});

	test.each([
		[/^Which country was the first to recognize Azerbaijan’s independence\?/, 'Turkey'],
		[/^Which country was the second to recognize/, 'Pakistan'],
		[
			/ambassador.*how many Azeri defense personnel received training from Pakistan in 2015\?/,
			'130'
		],
		[/annual trade.*currently worth\?/, 'USD 7.3 million'],
		[/^To what sum does Pakistan reportedly plan/, 'USD 500 million'],
		[
			/^Which four cities did Azerbaijan choose for its first permanent trade missions/,
			'Islamabad, Moscow, Ankara and Washington'
		],
		[
			/company.*agreed to produce hand-held grenade launchers/,
			'Global Industrial & Defense Solutions'
		],
		[
			/^Which weapons does Azerbaijan seem to have agreed to produce/,
			'hand-held grenade launchers'
		],
		[/who said that Pakistan had a very developed defense industry/, 'Ilham Aliyev'],
		[/what forced the makers of the JF-17/, 'difficulties with delivery and customs'],
		[/^Which missiles did Armenia acquire/, 'Iskander'],
		[/^From which country did Armenia acquire Iskander missiles/, 'Russia'],
		[/Pakistan’s attempt to build ties with which/, 'Collective Security Treaty Organization']
	])('%s', (stem, key) => expect(keyOf(stem)).toBe(key));

	test('puts the dated events from 1991 to 2015 in order', () => {
		const order = questions.find((question) => question.kind === 'order');
		const years = (order?.key as string[]).map(
			(text) => order?.items.find((item) => item.text === text)?.partner
		);
		expect(years).toEqual(['1991', '1994', '2014', '2015']);
	});
});
