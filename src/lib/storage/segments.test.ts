import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Attempt } from '$lib/memory/attempt';
import { Kind } from '$lib/questions/question';
import { decode, encode } from './segments';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('', ':', 'a', 'a:a', '0', '__proto__')
);
/** Lone halves of surrogate pairs too: IndexedDB keeps them. */
const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
const any = fc.oneof(text, units);

const anyAttempt = fc
	.record(
		{
			version: fc.constant(2 as const),
			id: any,
			learner: fc.constant('me'),
			deck: any,
			fact: any,
			question: any,
			kind: fc.constantFrom(...Kind.options),
			slot: fc.oneof(fc.maxSafeInteger(), fc.nat(5)),
			given: fc.oneof(any, fc.array(any), fc.constant(null)),
			right: fc.boolean(),
			hints: fc.oneof(fc.maxSafeInteger(), fc.nat(3)),
			ms: fc.oneof(finite.map(Math.abs), fc.nat()),
			at: fc.oneof(finite, fc.integer()),
			offset: fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -840, max: 840 })),
			order: fc.oneof(finite, fc.integer()),
			where: fc.constantFrom(...Attempt.shape.where.options),
			sitting: any
		},
		{
			requiredKeys: [
				'version',
				'id',
				'learner',
				'deck',
				'fact',
				'question',
				'kind',
				'given',
				'right',
				'ms',
				'at',
				'offset',
				'order',
				'where',
				'sitting'
			]
		}
	)
	.chain((attempt) =>
		// Half of them with an id as the app makes it, or almost.
		fc.option(fc.oneof(fc.nat().map(String), any)).map((item) => ({
			...attempt,
			...(item === null ? {} : { id: `${attempt.sitting}:${item}:${attempt.fact}` })
		}))
	);

test('any attempts come out of a segment as they went in', () => {
	fc.assert(
		fc.property(fc.array(anyAttempt), (attempts) => {
			expect(decode(structuredClone(encode('me', attempts)))).toStrictEqual(attempts);
		}),
		{ numRuns: 500 }
	);
});

describe('what is damaged is no segment', () => {
	const attempts = fc.sample(anyAttempt, { numRuns: 20, seed: 7 });
	const whole = encode('me', attempts);

	test.each([
		['nothing', undefined],
		['another version', { ...whole, version: 2 }],
		['texts cut short', { ...whole, texts: whole.texts.slice(0, 3) }],
		['answers cut short', { ...whole, givens: [] }],
		['a column cut short', { ...whole, columns: { ...whole.columns, at: new Float64Array(3) } }],
		['a column missing', { ...whole, columns: { ...whole.columns, deck: undefined } }],
		['numbers that are none', { ...whole, columns: { ...whole.columns, ms: NaN } }],
		['a kind that is not known', { ...whole, columns: { ...whole.columns, kind: 99 } }],
		['another count', { ...whole, count: 19 }]
	])('%s', (_, stored) => {
		expect(decode(stored)).toBeUndefined();
	});

	test('the whole one is read', () => {
		expect(decode(whole)).toStrictEqual(attempts);
	});
});
