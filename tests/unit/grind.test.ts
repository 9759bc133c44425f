import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parserFromDisk } from '../../src/cli/language';
import type { Article } from '$lib/article/article';
import { readPasted } from '$lib/article/pasted';
import { coverageOf } from '$lib/facts/coverage';
import { checkDeck } from '$lib/facts/check';
import type { Parser } from '$lib/language/parse';
import { mentions, sameName } from '$lib/language/names';
import { acceptOnly } from '$lib/questions/accept';
import { funnelOf } from '$lib/questions/funnel';
import { generate } from '$lib/questions/generate';
import { select } from '$lib/questions/worth/select';
import type { Question } from '$lib/questions/question';
import { grind, grindAll, type Ground } from '$lib/questions/grind';

const seedText = (
	JSON.parse(readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8')) as {
		article: { text: string };
	}
).article.text;

let parse: Parser;
beforeAll(async () => {
	const parser = await parserFromDisk();
	if (!parser.ok) throw new Error(parser.error.message);
	parse = parser.value;
});

function groundOf(text: string, seed: string | number = 1): Ground {
	const article = readPasted(text);
	if (!article.ok) throw new Error(article.error.message);
	const ground = grindAll(article.value, parse, { seed });
	if (!ground.ok) throw new Error(ground.error.message);
	return ground.value;
}

/** Sentences about nobody, from whose words fast-check makes texts. */
const SUBJECTS = [
	'Maria Keller',
	'The museum in Vienna',
	'Norway',
	'A company called Brandt',
	'He',
	'The two towns'
];
const VERBS = [
	'opened',
	'has been visiting',
	'was founded by',
	'will sell',
	'did not like',
	'said that'
];
const OBJECTS = [
	'130 schools',
	'Otto Lang',
	'the $4.5 million bridge',
	'its third ship',
	'it was late',
	'in 1997'
];
const ENDS = [
	'in Oslo.',
	'on 3 May 2004.',
	', which had burned down.',
	'?',
	'after the war (see page 7).',
	'…'
];
const sentence = fc
	.tuple(...[SUBJECTS, VERBS, OBJECTS, ENDS].map((words) => fc.constantFrom(...words)))
	.map((words) => words.join(' '));
const texts = fc.array(sentence, { minLength: 12, maxLength: 25 }).map((all) => all.join(' '));

describe('an article nobody prepared', () => {
	test('gives facts whose words and evidence stand where they say', () => {
		const { deck } = groundOf(seedText);
		expect(deck.facts.length).toBeGreaterThan(15);
		expect(checkDeck(deck)).toEqual([]);
	});

	test('gives questions that are right about what the article says', () => {
		const { deck, questions, further } = groundOf(seedText);
		expect(questions.length).toBeGreaterThan(0);
		expect(questions.length + further.length).toBeGreaterThanOrEqual(5);
		const asked = new Map(generate(deck).map(({ stem, key }) => [stem, key]));
		expect(
			asked.get('In which month did Pakistan’s Prime Minister Muhammad Nawaz Sharif visit Baku?')
		).toBe('October');
		expect([...asked.values()]).toContain('2014');
	});

	test('keeps who says so, and never asks a plan as if it had happened', () => {
		const { deck, questions } = groundOf(seedText);
		const trained = generate(deck).filter(({ key }) => key === '130');
		expect(trained.length).toBeGreaterThan(1);
		for (const { stem } of trained)
			expect(stem).toMatch(/according to Pakistan’s ambassador to Azerbaijan/i);
		for (const { stem } of questions)
			expect(stem).not.toMatch(/trade .* (reached|rose to) USD 500/);
	});

	test('the same text and seed give the same, another seed other options', () => {
		const shown = (seed: number) => JSON.stringify(groundOf(seedText, seed).questions);
		expect(shown(1)).toBe(shown(1));
		const { deck } = groundOf(seedText);
		const all = (seed: number) => JSON.stringify(generate(deck, seed));
		expect(all(1)).toBe(all(1));
		expect(all(1)).not.toBe(all(2));
	});

	test('at most two questions ask about a sentence, none asks twice about a fact', () => {
		const { questions: sure, further } = groundOf(seedText);
		const questions = [...sure, ...further];
		expect(new Set(questions.map(({ factId }) => factId)).size).toBe(questions.length);
		const sentences = new Map<number, number>();
		for (const { evidence } of questions) {
			const start = evidence[0]!.start;
			sentences.set(start, (sentences.get(start) ?? 0) + 1);
		}
		expect(Math.max(...sentences.values())).toBeLessThanOrEqual(2);
	});

	test('an answer is asked for twice at most, though the article gives it more often', () => {
		const { deck, extracted } = groundOf(`Anna Berg

Anna Berg was a painter who lived in Norway. In 1941 Anna Berg sold 12 pictures to a museum in Paris. In 1943 Anna Berg taught drawing at a school in Paris. In 1950 Anna Berg married the sculptor Otto Keller in Paris. In 1952 Anna Berg opened a gallery for young painters in Paris. In 1960 Anna Berg received the Rembrandt Medal in Paris. In 1975 Anna Berg wrote a book on Norwegian art in Paris.`);
		const inParis = (all: readonly { key: string | string[] }[]) =>
			all.filter(({ key }) => key === 'Paris').length;
		expect(inParis(generate(deck))).toBeGreaterThan(2);
		const weighed = generate(deck)
			.toSorted((a, b) => inParis([b]) - inParis([a]))
			.map((question) => ({ question, probability: 0.9 }));
		const chosen = select(extracted, weighed, { count: 50, cutOff: 0.4 });
		expect(inParis(chosen.map(({ question }) => question))).toBe(2);
	});

	test('only what was accepted is asked afterwards, and the facts stay', () => {
		const { deck, questions } = groundOf(seedText);
		const accepted = questions.slice(0, 3);
		const kept = acceptOnly(deck, accepted);
		expect(kept.facts).toHaveLength(deck.facts.length);
		const asked = generate(kept);
		expect(new Set(asked.map(({ factId }) => factId))).toEqual(
			new Set(accepted.map(({ factId }) => factId))
		);
		expect(checkDeck(kept)).toEqual([]);
	});

	test('a gap for a term tells the first letters, a gap for a name none; a unit is no gap', () => {
		const { deck } = groundOf(
			'The Sun\n\nIn 1905, Albert Einstein published four papers in Bern. In the core of the Sun, hydrogen is turned into helium by nuclear fusion. In Shinto, many morality tales and myths are told at the shrines of Japan. The Nile is one of the smallest rivers of Africa, as measured by annual flow in cubic metres of water.'
		);
		const gaps = generate(deck).filter(({ kind }) => kind === 'cloze');
		const stems = new Map(gaps.map(({ key, stem }) => [String(key), stem]));
		expect(stems.get('hydrogen')).toContain('_____ (starts with h) is turned');
		expect(stems.get('nuclear fusion')).toContain('by _____ (words starting with n and f).');
		expect(stems.get('Albert Einstein')).toContain('_____ published');
		expect([...stems.keys()]).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/metres/)])
		);
	});

	test('a gap that was accepted is asked as that gap, not in words that nobody has seen', () => {
		const { deck, questions, further } = groundOf(seedText);
		const gaps = [...questions, ...further].filter(({ kind }) => kind === 'cloze');
		const words = ({ kind, stem, key }: Question) => JSON.stringify([kind, stem, key]);
		expect(gaps.length).toBeGreaterThan(3);
		expect(new Set(generate(acceptOnly(deck, gaps)).map(words))).toEqual(new Set(gaps.map(words)));
	});

	test('whatever the sentences, spans stand, stems hide their keys, options differ', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const article: Article = { title: 'A text', language: 'en', text };
				const ground = grindAll(article, parse);
				if (!ground.ok) return;
				expect(checkDeck(ground.value.deck)).toEqual([]);
				for (const { stem, key, options } of ground.value.questions) {
					for (const one of [key].flat()) expect(mentions(stem, one)).toBe(false);
					options.forEach(({ text: a }, i) =>
						options.slice(i + 1).forEach(({ text: b }) => expect(sameName(a, b)).toBe(false))
					);
				}
			}),
			{ numRuns: 60 }
		);
	}, 60_000);

	test('any string at all is read or refused with a sentence, never with an exception', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (noise) => {
				const article = readPasted(`${noise} the of and to in is it was ${noise}`);
				const ground = article.ok ? grindAll(article.value, parse) : article;
				if (!ground.ok) expect(ground.error.message).toMatch(/^[A-Z].*\.$/);
			}),
			{ numRuns: 150 }
		);
	}, 60_000);
});

describe('what is measured', () => {
	test('the funnel gets narrower, and tells where each thing was lost', () => {
		const { deck, extracted, questions } = groundOf(seedText);
		for (const { text, fact, key, shown, lost } of Object.values(
			funnelOf(extracted, generate(deck), questions)
		)) {
			expect(text).toBeGreaterThan(5);
			expect(fact).toBeGreaterThan(0);
			expect(text).toBeGreaterThan(fact);
			expect(fact).toBeGreaterThanOrEqual(key);
			expect(key).toBeGreaterThanOrEqual(shown);
			expect(Object.values(lost).reduce((sum, count) => sum + count, 0)).toBe(text - fact);
		}
	});

	test('reviewed facts cover themselves, and nothing covers what was left out', () => {
		const { facts } = groundOf(seedText).deck;
		const same = coverageOf(facts, facts);
		expect(
			same.missed.every((fact) => fact.slots.filter(({ role }) => role !== 'aside').length < 2)
		).toBe(true);
		expect(coverageOf(facts, []).found).toEqual([]);
		expect(coverageOf([], facts).unmatched).toEqual(facts);
	});
});

describe('what can’t be ground', () => {
	const refusal = (text: string): string => {
		const article = readPasted(text);
		const ground = article.ok ? grindAll(article.value, parse) : article;
		return ground.ok ? 'ground' : ground.error.code;
	};

	test.each([
		['nothing', '', 'empty'],
		['blanks and control characters', ' \n\u0000\u0007\t ', 'empty'],
		['one word', 'Azerbaijan', 'too-short'],
		[
			'German',
			'Die Stadt liegt an der Donau und ist die größte des Landes. '.repeat(6),
			'not-english'
		],
		['Russian', 'Город стоит на берегу реки и является самым большим. '.repeat(8), 'not-english'],
		['Arabic', 'هذه المدينة هي الأكبر في البلاد وتقع على ضفة النهر. '.repeat(8), 'not-english'],
		['source code', 'const value = compute(input); return value + 1;\n'.repeat(12), 'not-english'],
		['a table', '12\t34\t56\t78\n'.repeat(30), 'not-english'],
		[
			'sentences without a fact',
			'What is it that we would do if you were to come here? '.repeat(6),
			'no-facts'
		]
	])('%s is refused', (_, text, code) => {
		expect(refusal(text)).toBe(code);
	});

	test('another language is named', () => {
		const article = readPasted(
			'La ville est située sur la rive du fleuve et elle est la plus grande. '.repeat(5)
		);
		const ground = article.ok ? grindAll(article.value, parse) : article;
		expect(ground.ok ? '' : ground.error.message).toMatch(/looks like French/);
	});

	test('more than two million characters are too many', () => {
		expect(refusal('a '.repeat(1_000_001))).toBe('too-long');
	});
});

test('the way is told paragraph by paragraph, and can be left at any step', () => {
	const article = readPasted(seedText);
	if (!article.ok) throw new Error(article.error.message);
	const steps = grind(article.value, parse);
	const first = steps.next();
	const second = steps.next();
	if (first.done || second.done) throw new Error('Nothing was told.');
	expect(second.value.read).toBeGreaterThan(first.value.read);
	expect(second.value.total).toBe(article.value.text.length);
	expect(first.value.found().join(' ')).toContain('Sharif visited Baku');
	let last = second.value;
	let after = 0;
	for (let step = steps.next(); !step.done; step = steps.next()) {
		after = step.value.read === last.read ? after + 1 : 0;
		last = step.value;
	}
	// Read to its end, it can still be left between finding facts, asking and weighing.
	expect(last.read).toBe(last.total);
	expect(after).toBe(2);
	expect(last.found()).toEqual([]);
	const others = grind(article.value, parse);
	others.next();
	expect(others.return({ ok: false, error: { code: 'left', message: '' } }).done).toBe(true);
});
