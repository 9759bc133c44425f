/** Sentences of an article, cut down to what stands alone. */
import { beforeAll, expect, test } from 'vitest';
import { parserFromDisk } from '../../src/cli/language';
import { extract } from '$lib/facts/extract/extract';
import type { Parser } from '$lib/language/parse';

let parse: Parser;
beforeAll(async () => {
	const parser = await parserFromDisk();
	if (!parser.ok) throw new Error(parser.error.message);
	parse = parser.value;
});

/** The sentences of a text as gaps are put into them. */
const standing = (text: string): string[] => [
	...new Set(extract(parse(text)).facts.flatMap(({ sentence }) => sentence ?? []))
];

test('what points out of the sentence goes, the rest stays as the article has it', () => {
	expect(
		standing(
			'Norway sold 130 ships to Germany in 1965 after the incident. Maria Keller moved to Vienna in 1952, where she met him again.'
		)
	).toEqual(['Norway sold 130 ships to Germany in 1965.', 'Maria Keller moved to Vienna in 1952.']);
});

test('a coordinated clause stands by itself where the first does not', () => {
	expect(
		standing(
			'They were surprised by the result, and Angela Merkel met the Prime Minister of Norway in Berlin.'
		)
	).toEqual(['Angela Merkel met the Prime Minister of Norway in Berlin.']);
});

test('brackets, captions and words that tie a sentence to the one before are left out', () => {
	expect(
		standing(
			'Figure 7.3 In 1930, Mohandas Gandhi led a protest against a British tax on salt in India. Meanwhile, Germany received 500 letters from Columbia University (1910) in New York.'
		)
	).toEqual([
		'In 1930, Mohandas Gandhi led a protest against a British tax on salt in India.',
		'Germany received 500 letters from Columbia University in New York.'
	]);
});

test.each([
	'First, Germany sold 130 ships to Norway in 1965.',
	'Germany, by contrast, sold 130 ships to Norway in 1965.',
	'In contrast, Germany, in fact, sold 130 ships to Norway in 1965.',
	'Germany sold 130 ships to Norway in 1965, for example.',
	'As mentioned above, Germany sold 130 ships to Norway in 1965.'
])('“%s” stands without what ties it on', (text) => {
	expect(standing(text)).toEqual(['Germany sold 130 ships to Norway in 1965.']);
});

test('what a sentence is about is no tie', () => {
	const texts = [
		'First, second and third prizes went to Norway, Germany and Sweden in 1965.',
		'Norway sold ships in contrast to Germany, which bought 130 in 1965.'
	];
	for (const text of texts) expect(standing(text)).toEqual([text]);
});

test('a pronoun stays whose name comes later in its sentence', () => {
	const text =
		'Ferdinand Magellan was a Portuguese explorer. Magellan sailed to Malacca in 1511. In the company of a slave he had bought in Malacca, Magellan returned to Portugal in 1512.';
	const sentences = extract(parse(text), 'Ferdinand Magellan').facts.map(
		({ sentence }) => sentence
	);
	expect(sentences).toContain(
		'In the company of a slave he had bought in Malacca, Magellan returned to Portugal in 1512.'
	);
});

test.each([
	'So too did Germany sell 130 ships to Norway in the spring of 1965.',
	'1917 – Norway sold 130 ships to Germany in the spring of that war.',
	'Late Antiquity refers to the period of Christianization during the later 4th to early 6th centuries AD, consummated by the closure of the Academy of Athens by Justinian I in 529.',
	'Japan not only adopted German methods of health in 1870 but enforced those.',
	'Freud wrote in Vienna that dreams preserve sleep by representing as fulfilled those wishes that would otherwise awaken the dreamer.',
	'Oslo conceives of dreams, as did Freud, as expressions of those fears and desires.'
])('“%s” leaves no sentence', (text) => {
	expect(standing(text)).toEqual([]);
});

test('a comma of the sentence parts two names, a quoted title keeps its capital', () => {
	expect(
		standing('At the Yalta Conference, Europe was divided into spheres of influence in 1945.')
	).toEqual(['At the Yalta Conference, Europe was divided into spheres of influence in 1945.']);
	const names = extract(
		parse('At the Yalta Conference, Europe was divided into spheres of influence in 1945.')
	).entities.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['Yalta Conference', 'Europe']));
	const seen = extract(parse('Catherine saw Orlov as very useful in 1762.')).entities;
	expect(seen.map(({ name }) => name)).toEqual(expect.arrayContaining(['Catherine', 'Orlov']));
	expect(standing('Tolkien wrote his "On Fairy-Stories" in Oxford in 1939.').join()).toContain(
		'"On Fairy-Stories"'
	);
});

test('a condition is never cut off what depends on it, and "had done" not off its time', () => {
	expect(
		standing(
			'Germany will sell 130 ships to Norway if this law is passed. Norway had sold 130 ships to Germany.'
		)
	).toEqual([]);
});

test('what a cut would falsify or leave unfinished stays whole or goes', () => {
	const torn: [text: string, not: RegExp][] = [
		[
			'The chemists of Norway analysed but did not purify and characterise the product in 1811.',
			/purify\./
		],
		[
			'Maria Keller described normal science in Norway as the solving of puzzles, whereas revolutionary science occurs when one paradigm overtakes another.',
			/occurs\./
		],
		[
			'The United Nations has six organs in Norway: the General Assembly; the Security Council; and this office.',
			/Assembly\.$/
		],
		[
			'Norway ranks among the lowest in measurements of civil liberties, government openness, freedom of the press, and freedom of religion.',
			/openness\./
		],
		[
			'Otto Keller moved to Norway in 1950, performed in a play about Abraham Lincoln, and gave these classes in the town.',
			/, performed/
		]
	];
	for (const [text, not] of torn) expect(standing(text).join('\n')).not.toMatch(not);
	expect(standing('Maria Keller sold 130 ships to Germany in 1965 when it needed them.')).toEqual([
		'Maria Keller sold 130 ships to Germany in 1965.'
	]);
});

test('a list is never cut short, and a dash is not left hanging', () => {
	const [list, dash] = [
		'Norway sold ships to Germany, built 130 schools in Sweden, and supported the plan.',
		'Angela Merkel visited the University of Oslo — the oldest of all in Norway — where she met him.'
	].map((text) => standing(text));
	expect(list).toEqual([]);
	expect(dash).toEqual([
		'Angela Merkel visited the University of Oslo — the oldest of all in Norway.'
	]);
});

test('a day without its year is left out', () => {
	expect(standing('Angela Merkel visited the University of Oslo in Norway on 1 August.')).toEqual([
		'Angela Merkel visited the University of Oslo in Norway.'
	]);
});

test.each([
	['left what?', 'Angela Merkel was building schools in Norway when she left in 1990.'],
	[
		'one term as what?',
		'Angela Merkel served one term in Germany, losing to Gerhard Lang in 1810.'
	],
	['before what?', 'The University of Oslo was often much stronger in Norway than before.'],
	[
		'which William?',
		'In 1950 William Lang met Angela Merkel. William built schools in Norway in 1960.'
	]
])('a sentence that leaves open %s is not asked', (_, text) => {
	expect(standing(text).filter((sentence) => !sentence.includes('met Angela'))).toEqual([]);
});

test('what is tied to its neighbour, or explained after a colon, stands', () => {
	const told = [
		'Norway sold goods such as paper to Germany in 1965.',
		'Norway sold paper and other goods to Germany in 1965.',
		'Norway sold many things to Germany in 1965: paper, fish and coal.'
	];
	expect(told.flatMap((text) => standing(text))).toEqual(told);
});
