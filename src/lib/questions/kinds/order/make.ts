import { randomFrom, shuffled } from '$lib/random';
import type { Ground } from '../../ground';
import { datedEvents } from '../../events';
import type { Draft } from '../draft';

const MOST = 5;

/** Events with a year of their own, to put in order: as many as fit on a phone, spread over the time. */
export function make(ground: Ground): Draft[] {
	const events = datedEvents(ground, 'year');
	if (events.length < 3) return [];
	const step = (events.length - 1) / (Math.min(events.length, MOST) - 1);
	const chosen = Array.from(
		{ length: Math.min(events.length, MOST) },
		(_, i) => events[Math.round(i * step)]
	).filter((event) => event !== undefined);
	const items = chosen.map(({ fact, text, label }) => ({ factId: fact.id, text, partner: label }));
	return [
		{
			factId: items[0]?.factId ?? '',
			factIds: items.map((item) => item.factId),
			stem: 'In which order did these events happen, the earliest first?',
			key: items.map((item) => item.text),
			variants: [],
			others: [],
			options: [],
			items: shuffled(items, randomFrom(`${ground.seed}:order`)),
			evidence: chosen.flatMap(({ fact }) => fact.evidence),
			explanation: `${items.map((item) => `${item.partner}: ${item.text}`).join('; ')}.`
		}
	];
}
