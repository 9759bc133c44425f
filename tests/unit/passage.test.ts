import { beforeAll, describe, expect, test } from 'vitest';
import { parserFromDisk } from '../../src/cli/language';
import { readPasted } from '$lib/article/pasted';
import type { Parser, Seen } from '$lib/language/parse';
import { acceptOnly } from '$lib/questions/accept';
import { generate } from '$lib/questions/generate';
import { grindAll, type Ground } from '$lib/questions/grind';
import { gaps } from '$lib/questions/worth/worth';
import { judgeFrom } from '$lib/questions/worth/network';
import { gapIn, readingIn, sightIn } from '$lib/questions/worth/reading';

let parse: Parser;
beforeAll(async () => {
	const parser = await parserFromDisk();
	if (!parser.ok) throw new Error(parser.error.message);
	parse = parser.value;
});

const TEXT = `The harbour of Bergen

The harbour of Bergen in Norway was rebuilt after the great fire of 1916. Its new lighthouse was designed by the architect Otto Keller.

Another building was opened by Maria Lang in 1925. The fish of Bergen was sold to Germany in large ships until 1939. This trade was watched by the Directorate of Fisheries. In 67 BCE, Roman ships under Pompey fought pirates near Crete.`;

const LIFE = `Anton Berg

Anton Berg (born Joseph Keller in Bergen) was a painter who lived in Norway. He taught drawing at the University of Oslo from 1940 to 1943. Berg sold twelve pictures to a museum in Paris in 1950, and he gave his house to the city. Berg died in 1960, after he had left Norway.`;

function groundOf(text: string): Ground {
	const article = readPasted(text);
	if (!article.ok) throw new Error(article.error.message);
	const ground = grindAll(article.value, parse, { top: 50 });
	if (!ground.ok) throw new Error(ground.error.message);
	return ground.value;
}

describe('a sentence that hangs on the one before', () => {
	const passages = () => groundOf(TEXT).extracted.facts.flatMap(({ passage }) => passage ?? []);

	test('is shown after it, in the article’s own words', () => {
		expect(passages()).toContainEqual({
			before: 'The harbour of Bergen in Norway was rebuilt after the great fire of 1916.',
			sentence: 'Its new lighthouse was designed by the architect Otto Keller.',
			evidence: expect.objectContaining({
				quote: 'The harbour of Bergen in Norway was rebuilt after the great fire of 1916.'
			})
		});
	});

	test('is not shown after another paragraph’s, nor after one that hangs itself', () => {
		const sentences = passages().map(({ sentence }) => sentence);
		expect(sentences.join('\n')).not.toContain('Another building');
		expect(sentences).not.toContain(
			'The fish of Bergen was sold to Germany in large ships until 1939.'
		);
	});

	test('its gap shows both sentences, has both as evidence, and asks for what the second tells', () => {
		const { deck } = groundOf(TEXT);
		const asked = generate(deck).filter(
			({ kind, key }) => kind === 'cloze' && key === 'Otto Keller'
		);
		expect(asked.map(({ stem }) => stem)).toContain(
			'The harbour of Bergen in Norway was rebuilt after the great fire of 1916. Its new lighthouse was designed by the architect _____.'
		);
		const [both] = asked.filter(({ stem }) => stem.startsWith('The harbour'));
		expect(both!.evidence.map(({ quote }) => quote)).toEqual([
			'Its new lighthouse was designed by the architect Otto Keller.',
			'The harbour of Bergen in Norway was rebuilt after the great fire of 1916.'
		]);
		for (const { start, end, quote } of both!.evidence)
			expect(deck.article.text.slice(start, end)).toBe(quote);
	});
});

test('a gap that was accepted in one form is not asked in the other', () => {
	const { deck } = groundOf(LIFE);
	const both = generate(deck).filter(({ kind, key }) => kind === 'cloze' && key === '1950');
	expect(both).toHaveLength(2);
	for (const accepted of both) {
		const asked = generate(acceptOnly(deck, [accepted]));
		expect(asked.map(({ stem }) => stem)).toEqual([accepted.stem]);
	}
});

test('a year before Christ is a gap with what says so', () => {
	const keys = generate(groundOf(TEXT).deck).map(({ key }) => key);
	expect(keys).toContain('67 BCE');
});

test('who is named in brackets only is not taken for “he”', () => {
	const { extracted } = groundOf(LIFE);
	const sentences = extracted.facts.flatMap(({ sentence }) => sentence ?? []);
	expect(sentences).toContain(
		'Anton Berg taught drawing at the University of Oslo from 1940 to 1943.'
	);
	expect(sentences.join('\n')).not.toContain('Keller taught');
});

describe('the model of gaps', () => {
	test('asks for the point of a sentence rather than for its furniture', () => {
		const { deck, extracted } = groundOf(TEXT);
		const judge = judgeFrom(parse);
		const read = readingIn(extracted.doc, deck.article.title, parse);
		const worth = (wanted: string) =>
			Math.max(
				...gaps(extracted, generate(deck), deck.article.title, parse)
					.filter(({ question: { key } }) => key === wanted)
					.map(({ gap: { showing, slot, told } }) => judge([...read(showing, slot), ...told]))
			);
		expect(worth('Otto Keller')).toBeGreaterThan(worth('new lighthouse'));
		expect(worth('Directorate of Fisheries')).toBeGreaterThan(worth('large ships'));
	});

	test('is seen in its sentence, with the title and what of it is shown', () => {
		const { doc } = groundOf(TEXT).extracted;
		const [, second] = doc.sentences;
		const shown = 'The lighthouse was designed by Otto Keller.';
		const sight = sightIn(doc, 'The harbour')({ sentence: second!, shown, after: true });
		const at = doc.text.indexOf('Otto Keller');
		const gap = gapIn(doc, sight, { start: at, end: at + 11 });
		expect(gap.map((i) => sight.seen[i]!.word)).toEqual(['otto', 'keller']);
		const [title, before, own] = [0, 1, 2].map((part) =>
			sight.seen.filter((seen) => seen.part === part)
		);
		expect(title!.map(({ word }) => word)).toEqual(['the', 'harbour']);
		expect(before!.map(({ word }) => word)).toContain('rebuild');
		const kept = own!.flatMap(({ word, told: [isKept] }) => (isKept ? word : []));
		expect(kept.join(' ')).toBe('lighthouse be design by otto keller .');
	});

	test('is told by its own words, those of its sentence, and those before, one after the other', () => {
		const { doc } = groundOf(TEXT).extracted;
		const [first, second] = doc.sentences;
		const read = readingIn(doc, 'The harbour', parse);
		const { width } = parse.read;
		const of = (words: string, sentence = second!, after = false) => {
			const start = doc.text.indexOf(words);
			const showing = { sentence, shown: doc.words(sentence), after };
			const numbers = read(showing, { start, end: start + words.length });
			return [0, 1, 2].map((part) => [...numbers.slice(part * width, (part + 1) * width)]);
		};
		const [lighthouse, keller] = [of('new lighthouse'), of('Otto Keller')];
		expect(lighthouse[0]).not.toEqual(keller[0]);
		expect(lighthouse.slice(1)).toEqual(keller.slice(1));
		expect(of('new lighthouse', second, true)[2]).not.toEqual(lighthouse[2]);
		expect(of('great fire', first)[1]).not.toEqual(lighthouse[1]);
	});

	test('is read word by word: each says another thing beside other words', () => {
		const seen = (...words: string[]): Seen[] =>
			words.map((word) => ({
				word,
				dep: 'dobj',
				entity: '',
				tag: 'NN',
				part: 2,
				told: [1, 0, 0, 0, 0, 0, 0, 0]
			}));
		const { width } = parse.read;
		const first = (...words: string[]) => parse.read(seen(...words)).slice(0, width);
		const near = (x: Float32Array, y: Float32Array) => {
			const dot = (p: Float32Array, q: Float32Array) => p.reduce((sum, v, i) => sum + v * q[i]!, 0);
			return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
		};
		const [ocean, sea, minister] = [first('ocean'), first('sea'), first('minister')];
		expect(near(ocean, sea)).toBeGreaterThan(near(ocean, minister));
		expect(near(ocean, first('ocean', 'minister'))).toBeLessThan(0.999);
		expect(first('zzxy')).toEqual(first('aazxy'));
		expect(parse.read([])).toHaveLength(0);
	});

	test('is the calibrated mean of its networks', () => {
		const table: Record<string, number[]> = {
			'gaps/mean': [1, 0],
			'gaps/scale': [2, 1],
			'gaps/calibration': [0.5, 2]
		};
		for (let i = 0; i < 3; i++) {
			table[`gaps/${i}/W`] = [1, 0, 0, 1];
			table[`gaps/${i}/b`] = [0, -1];
			table[`gaps/${i}/out`] = [0.5, 1, i];
		}
		const judge = judgeFrom({ numbers: (name) => Float32Array.from(table[name]!) });
		// Standardised (2, −3): hidden (2, 0), outputs 1, 2 and 3.
		expect(judge([2, -3])).toBeCloseTo(1 / (1 + Math.exp(-(0.5 + 2 * 2))), 6);
		expect(() => judge([1])).toThrow('1 numbers, 2 expected.');
	});
});
