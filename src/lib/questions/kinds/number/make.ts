import type { AnswerType } from '$lib/facts/fact';
import type { Ground } from '../../ground';
import { draftOf, type Draft } from '../draft';

const TYPED_AS_NUMBER = new Set<AnswerType>([
	'quantity',
	'money',
	'percentage',
	'duration',
	'year'
]);

/** A number to type, wherever the answer is one. Years and counts are exact; sums to a twentieth of a per cent. */
export function make(ground: Ground): Draft[] {
	return ground.asks.flatMap((ask) => {
		const { type, value, unit } = ask.slot;
		if (!TYPED_AS_NUMBER.has(type) || value === undefined) return [];
		return [
			{
				...draftOf(ask),
				value,
				...(unit === undefined ? {} : { unit }),
				tolerance: type === 'money' || type === 'percentage' ? Math.abs(value) * 0.0005 : 0
			}
		];
	});
}
