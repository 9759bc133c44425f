import { expect, test } from 'vitest';
import type { Fact, Slot } from '$lib/facts/fact';
import type { Question } from '../question';
import { isUnfit, type Case } from './unfit';

const caseOf = (
	stem: string,
	key: string,
	{
		kind = 'cloze',
		title = 'A life',
		predicate = {},
		slot = {},
		source = false,
		untold = false,
		collocates = false
	}: Record<string, unknown> = {}
): Case => ({
	question: { kind, stem, key, variants: [], slot: 0 } as unknown as Question,
	fact: {
		predicate: {
			lemma: 'sell',
			tense: 'past',
			aspect: 'simple',
			voice: 'active',
			...(predicate as object)
		},
		slots: [{ role: 'object', type: 'place', text: key, ...(slot as Partial<Slot>) }]
	} as unknown as Fact,
	title: title as string,
	topic: 'anna-berg',
	entities: new Map(),
	source: source as boolean,
	untold: untold as boolean,
	collocates: () => collocates as boolean,
	figures: [146.6, 146.7]
});

test('a plain gap may be asked', () => {
	expect(isUnfit(caseOf('Anna Berg sold a picture in _____.', 'Bergen'))).toBe(false);
});

test.each<[why: string, one: Case]>([
	[
		'the title tells it',
		caseOf('A man sold a picture in _____.', 'Bergen', { title: 'Fire in Bergen' })
	],
	[
		'the title tells its country',
		caseOf('A man lives in _____.', 'France', { title: 'All French' })
	],
	['its particle stands before it', caseOf('He was made king by Ali ibn _____.', 'Tahir')],
	['its particle stands behind it', caseOf('They live in _____ do Sul.', 'Rio Grande')],
	['its bracket is open', caseOf('It was said by the _____.', 'Word Health Union (WHO')],
	['its day stands before it', caseOf('Born 4 _____ (month and year) in Porto.', 'February 1480')],
	['its plural stands in it', caseOf('Vultures were fed by a _____ in town.', 'vulture')],
	['its article is not asked with it', caseOf('They moved to the court of The _____.', 'Hague')],
	['its first half stands before it', caseOf('He gave money for To Write _____.', 'Love On Arms')],
	['its article stands in its quotes', caseOf('He wrote “the _____” in Rome.', 'Legend of Ems')],
	[
		'its second half stands behind it',
		caseOf('It led to _____ sapiens.', 'Homo', { collocates: true })
	],
	[
		'the rest of a hundred tells it',
		caseOf('It is about _____ metal and 30% rock.', '70%', { slot: { type: 'percentage' } })
	],
	['the stem tells it', caseOf('_____ live as a monk does.', 'Monks')],
	[
		'its capital tells the country',
		caseOf('London has more cabs than all of _____.', 'United Kingdom')
	],
	['a state tells the country', caseOf('Phoenix in Arizona is a city of _____.', 'United States')],
	[
		'a part of a name tells it',
		caseOf('A mayor of _____ dug a canal in New York.', 'New York City')
	],
	[
		'its class tells it',
		caseOf('Which union did Anna Berg lead?', 'Soviet Union', { kind: 'text' })
	],
	[
		'words twice, the first before the question word',
		caseOf('By the state of which state was Otto hanged?', 'Virginia', { kind: 'text' })
	],
	['a mark left over', caseOf('Who was hanged on December 2,?', 'Otto', { kind: 'text' })],
	[
		'what told which it was is cut off',
		caseOf('Congress passed the _____.', 'Immigration Act', { untold: true })
	],
	['who says it', caseOf('_____ said that it rains in Bergen.', 'Otto', { source: true })],
	[
		'nearly another figure of the article',
		caseOf('The tower is _____ metres high.', '146.6', { slot: { type: 'quantity', value: 146.6 } })
	],
	['half a quotation', caseOf('It is known as the "_____.', 'Mother Culture" of Norway')],
	['more than a date', caseOf('It sold ten in _____.', '2013 alone', { slot: { type: 'date' } })],
	['a day without its year', caseOf('She died on _____.', '9 May', { slot: { type: 'date' } })],
	[
		'a length of time',
		caseOf('She lived there for _____.', 'six years', { slot: { type: 'duration' } })
	],
	[
		'the topic itself',
		caseOf('_____ sold a picture.', 'Anna Berg', { slot: { entity: 'anna-berg' } })
	],
	[
		'words under a picture',
		caseOf('In _____ (year), two ships await a journey.', '2008', {
			predicate: { lemma: 'await', tense: 'present' },
			slot: { type: 'year' }
		})
	],
	[
		'had done, at no time',
		caseOf('Who had visited her?', 'Otto', { kind: 'text', predicate: { aspect: 'perfect' } })
	]
])('never asked: %s', (_, one) => {
	expect(isUnfit(one)).toBe(true);
});

test('half a range is not asked, the end of a stretch of time is', () => {
	const half = 'Their line arose in Africa some 6 to _____ years ago.';
	const end = 'Anna Berg lived in Norway from 1940 to _____ (year).';
	expect(isUnfit(caseOf(half, '7 million', { slot: { type: 'quantity' } }))).toBe(true);
	expect(isUnfit(caseOf(end, '1943', { slot: { type: 'year' } }))).toBe(false);
});
