import { KINDS } from '$lib/questions/kind';
import type { Kind } from '$lib/questions/question';
import type { QuizPlan } from './choose';

export const LENGTHS = [5, 10, 20] as const;
const MOST = 100;

const whole = (text: string | null, least: number, most: number): number | undefined => {
	const value = Number(text ?? NaN);
	return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
};

/** The plan as the query of a link: `seed=k3&length=10&kinds=choice.number&from=2&to=5`. */
export function toQuery(plan: QuizPlan): URLSearchParams {
	const query = new URLSearchParams({ seed: plan.seed, length: String(plan.length) });
	if (plan.kinds.length > 0) query.set('kinds', plan.kinds.join('.'));
	if (plan.from > 1) query.set('from', String(plan.from));
	if (plan.to !== undefined) query.set('to', String(plan.to));
	return query;
}

/**
 * The plan in a link, or `undefined` where it has no seed and so names no quiz. What can't be read
 * falls back to the default, so that an old or mangled link still gives a quiz.
 */
export function fromQuery(query: URLSearchParams): QuizPlan | undefined {
	const seed = query.get('seed')?.slice(0, 40);
	if (!seed) return undefined;
	const kinds = (query.get('kinds') ?? '')
		.split('.')
		.filter((kind): kind is Kind => (KINDS as readonly string[]).includes(kind));
	const from = whole(query.get('from'), 1, 10_000) ?? 1;
	const to = whole(query.get('to'), from, 10_000);
	return {
		seed,
		length: whole(query.get('length'), 1, MOST) ?? 10,
		kinds,
		from,
		...(to === undefined ? {} : { to })
	};
}
