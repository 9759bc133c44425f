import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sitting } from '$lib/quiz/sitting';
import type { Archive } from './archive';
import { firstLearner } from './first';
import { logOf, removedBy } from './log';
import { merge, revoked, withoutRemoved } from './merge';
import { replayAll } from './replay';
import { anyAttempt, anyRemoval } from './samples';

const anyLearner = fc
	.record({
		id: fc.constantFrom('me', 'ann', 'bob'),
		name: fc.constantFrom('Ann', 'Anna', 'Bob'),
		createdAt: fc.nat(4),
		changedAt: fc.nat(4)
	})
	.map((more) => ({ ...firstLearner(0), ...more }));
const anyDeck = fc
	.record({ slug: fc.constantFrom('d', 'e'), text: fc.constantFrom('one', 'two'), at: fc.nat(4) })
	.map(({ slug, text, at }) => ({ file: { slug, text }, broughtAt: at }));
const anySitting = fc
	.record({
		id: fc.constantFrom('s', 't'),
		deck: fc.constantFrom('d', 'e'),
		learner: fc.constantFrom('me', 'ann'),
		startedAt: fc.nat(4),
		events: fc.nat(3)
	})
	.map(({ id, deck, learner, startedAt, events }) => ({
		learner,
		sitting: {
			...{ version: 1, id, where: 'quiz', link: '', title: '', startedAt },
			items: [{ deck }],
			events: Array.from({ length: events }, (_, at) => ({ type: 'paused', at }))
		} as unknown as Sitting
	}));
const anyArchive: fc.Arbitrary<Archive> = fc.record({
	attempts: fc.array(anyAttempt, { maxLength: 12 }),
	removals: fc.array(anyRemoval, { maxLength: 4 }),
	learners: fc.array(anyLearner, { maxLength: 4 }),
	decks: fc.array(anyDeck, { maxLength: 3 }),
	sittings: fc.array(anySitting, { maxLength: 4 })
});
const NOTHING: Archive = { attempts: [], removals: [], learners: [], decks: [], sittings: [] };

describe('merging', () => {
	test('is the same in either direction', () => {
		fc.assert(
			fc.property(anyArchive, anyArchive, (a, b) => {
				expect(merge(a, b)).toEqual(merge(b, a));
			})
		);
	});

	test('is the same in whatever order three devices are merged', () => {
		fc.assert(
			fc.property(anyArchive, anyArchive, anyArchive, (a, b, c) => {
				expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
			})
		);
	});

	test('the same file a second time changes nothing', () => {
		fc.assert(
			fc.property(anyArchive, anyArchive, (a, b) => {
				const once = merge(a, b);
				expect(merge(once, b)).toEqual(once);
				expect(merge(once, once)).toEqual(once);
				expect(merge(once, NOTHING)).toEqual(once);
			})
		);
	});

	test('gives the cards of the union of both logs', () => {
		fc.assert(
			fc.property(anyArchive, anyArchive, (a, b) => {
				const all = merge(a, b);
				const memory = replayAll([...b.attempts, ...a.attempts], all.removals);
				expect(replayAll(all.attempts, all.removals)).toEqual(memory);
				expect(replayAll(withoutRemoved(all).attempts, [])).toEqual(memory);
			})
		);
	});

	test('does not depend on the order in which fields were written', () => {
		fc.assert(
			fc.property(anyAttempt, anyAttempt, (a, b) => {
				const turned = <T extends object>(value: T) =>
					Object.fromEntries(Object.entries(value).reverse()) as T;
				const other = { ...b, id: a.id, order: a.order };
				const one = merge({ ...NOTHING, attempts: [a] }, { ...NOTHING, attempts: [other] });
				const two = merge(
					{ ...NOTHING, attempts: [turned(other)] },
					{ ...NOTHING, attempts: [turned(a)] }
				);
				expect(two).toEqual(one);
			})
		);
	});
});

describe('what was deleted on purpose', () => {
	test('does not come back with a file that still has it, unless that is taken back', () => {
		fc.assert(
			fc.property(anyArchive, anyArchive, (device, file) => {
				const here = merge(device, NOTHING);
				const clean = withoutRemoved(here);
				const after = withoutRemoved(merge(clean, { ...file, removals: [] }));
				const isGone = removedBy(here.removals);
				expect(after.attempts.filter(isGone)).toEqual([]);
				const fresh = file.attempts.filter((attempt) => !isGone(attempt));
				for (const { id } of logOf(fresh, []))
					if (!file.attempts.some((one) => one.id === id && isGone(one)))
						expect(after.attempts.map((one) => one.id)).toContain(id);
				const ids = here.removals.map(({ id }) => id);
				const back = withoutRemoved(merge(revoked(clean, ids), { ...file, removals: [] }));
				const known = new Set(back.attempts.map(({ id }) => id));
				for (const { id } of file.attempts) expect(known.has(id)).toBe(true);
			})
		);
	});

	test('a learner, a deck and quizzes go too, and those that came later stay', () => {
		const removal = (what: Archive['removals'][number]['what']) => ({
			...{ version: 1 as const, id: what.type, at: 5, order: 5, revoked: false },
			what
		});
		const at = (time: number): Archive => ({
			...NOTHING,
			learners: [{ ...firstLearner(time), id: 'ann' }],
			decks: [{ file: { slug: 'd' }, broughtAt: time }],
			sittings: [
				{
					learner: 'ann',
					sitting: { id: 's', startedAt: time, items: [{ deck: 'd' }], events: [] } as never
				}
			]
		});
		const removals = [
			removal({ type: 'learner', learner: 'ann' }),
			removal({ type: 'deck', deck: 'd' })
		];
		expect(withoutRemoved({ ...at(5), removals })).toEqual({ ...NOTHING, removals });
		expect(withoutRemoved({ ...at(6), removals })).toEqual({ ...at(6), removals });
		const other = [removal({ type: 'answers', learner: 'ann', deck: 'e' })];
		expect(withoutRemoved({ ...at(5), removals: other }).sittings).toHaveLength(1);
	});

	test('what one device takes back is taken back on both', () => {
		fc.assert(
			fc.property(anyArchive, (archive) => {
				const ids = archive.removals.map(({ id }) => id);
				const all = merge(archive, revoked(archive, ids));
				expect(all.removals.every((removal) => removal.revoked)).toBe(true);
			})
		);
	});
});

test('of two states of a quiz the one that went on longer counts, of two names the later', () => {
	fc.assert(
		fc.property(anyArchive, anyArchive, (a, b) => {
			const all = merge(a, b);
			for (const one of [...a.sittings, ...b.sittings]) {
				const kept = all.sittings.find(({ sitting }) => sitting.id === one.sitting.id);
				expect(kept?.sitting.events.length).toBeGreaterThanOrEqual(one.sitting.events.length);
			}
			for (const one of [...a.learners, ...b.learners]) {
				const kept = all.learners.find(({ id }) => id === one.id);
				expect(kept?.changedAt).toBeGreaterThanOrEqual(one.changedAt);
			}
		})
	);
});
