import { type Sitting } from '$lib/quiz/sitting';
import { fold } from '$lib/quiz/fold';
import type { Schema } from './schema';

/** A sitting as it is stored over what was stored of it before. */
export function recordOf(
	before: unknown,
	sitting: Sitting,
	learner: string
): Schema['sittings']['value'] {
	const events = (before as Partial<Sitting> | undefined)?.events;
	const whole = joined(Array.isArray(events) ? events : [], sitting);
	const last = whole.events.at(-1)?.at ?? whole.startedAt;
	return { sitting: whole, learner, ...(fold(whole).finished ? { done: last } : { open: 1 }) };
}

/** Another tab may have gone on with the same sitting: what it wrote stays, and comes first. */
function joined(before: Sitting['events'], sitting: Sitting): Sitting {
	const own = new Set(sitting.events.map((event) => JSON.stringify(event)));
	const known = new Set(before.map((event) => JSON.stringify(event)));
	if ([...known].every((event) => own.has(event))) return sitting;
	const fresh = sitting.events.filter((event) => !known.has(JSON.stringify(event)));
	return { ...sitting, events: [...before, ...fresh] };
}
