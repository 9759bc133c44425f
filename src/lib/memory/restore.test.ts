import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Sitting } from '$lib/quiz/sitting';
import type { Archive } from './archive';
import type { Attempt } from './attempt';
import { changesOf, type Changes } from './changes';
import { FIRST, firstLearner } from './first';
import { merge, revoked, withoutRemoved } from './merge';
import type { Removal } from './removal';
import { matches, settled, without } from './restore';
import { anyAttempt, anyRemoval, attemptOf } from './samples';

vi.setConfig({ testTimeout: 60_000 }); // machines are shared

const archive = (more: Partial<Archive>): Archive => ({
	attempts: [],
	removals: [],
	learners: [],
	decks: [],
	sittings: [],
	...more
});
const log = (device: string, n: number, more: Partial<Attempt> = {}): Attempt[] =>
	Array.from({ length: n }, (_, i) => attemptOf(i + 1, { id: `${device}:${i}`, ...more }));
const deck = (slug: string, text = 'x', broughtAt = 1) => ({
	file: { slug, article: { title: slug.toUpperCase(), text } },
	broughtAt
});
const removal = (what: Removal['what'], order = 50): Removal => ({
	version: 1,
	id: `r-${JSON.stringify(what)}`,
	at: order,
	order,
	what,
	revoked: false
});
/** What the store does with a file, `to` being what the person chose. */
async function restore(
	here: Archive,
	file: Archive,
	to: (apart: string) => string = () => FIRST
): Promise<Archive> {
	const who = new Map(
		(await matches(here, file)).map((match) => [match.learner, match.to ?? to(match.apart)])
	);
	return withoutRemoved(merge(here, settled(here, file, who)));
}
const all = (file: Archive): Archive => settled(file, file, new Map());

describe('whose answers they are', () => {
	const mine = archive({ attempts: log('a', 20) });
	const theirs = archive({
		attempts: log('b', 30),
		learners: [{ ...firstLearner(5), pace: { retention: 0.8, load: 9, fresh: 9 } }]
	});

	test('is not asked on a device without answers, nor of the same log', async () => {
		expect(await matches(archive({}), theirs)).toMatchObject([{ to: FIRST }]);
		expect(await matches(mine, archive({ attempts: log('a', 15) }))).toMatchObject([{ to: FIRST }]);
	});
	test('is not asked of learners whose ids are their own', async () => {
		const ann = archive({ attempts: log('x', 3, { learner: 'ann' }) });
		expect(await matches(mine, ann)).toMatchObject([{ learner: 'ann', to: 'ann' }]);
	});
	test('is asked where two devices have hardly an answer in common', async () => {
		expect(await matches(mine, theirs)).toMatchObject([{ to: undefined, answers: 30 }]);
		const hardly = archive({ attempts: [...log('a', 1), ...log('b', 30)] });
		expect(await matches(mine, hardly)).toMatchObject([{ to: undefined }]);
	});
	test('is known again of somebody who was taken for another here', async () => {
		const here = archive({ attempts: log('b', 30, { learner: 'ann' }) });
		expect(await matches(here, theirs)).toMatchObject([{ to: 'ann' }]);
	});

	test('the same person: both logs are one', async () => {
		const both = await restore(mine, theirs);
		expect(both.attempts).toHaveLength(50);
		expect(both.attempts.every(({ learner }) => learner === FIRST)).toBe(true);
	});
	test('somebody else: nothing of mine is touched, not even what both have', async () => {
		const shared = archive({ ...theirs, attempts: [...log('a', 1), ...log('b', 30)] });
		const both = await restore(mine, shared, (apart) => apart);
		expect(both.attempts.filter(({ learner }) => learner === FIRST)).toEqual(mine.attempts);
		const others = both.attempts.filter(({ learner }) => learner !== FIRST);
		expect(others).toHaveLength(31);
		expect(both.learners).toMatchObject([{ name: 'From another device', pace: { load: 9 } }]);
	});
	test('somebody else, twice, and with newer answers: nothing is doubled, and it is not asked again', async () => {
		const once = await restore(mine, theirs, (apart) => apart);
		expect((await matches(once, theirs))[0]?.to).toMatch(/^apart-/);
		expect(await restore(once, theirs)).toEqual(once);
		const later = await restore(once, archive({ ...theirs, attempts: log('b', 33) }));
		expect(later.attempts).toHaveLength(53);
		expect(new Set(later.attempts.map(({ learner }) => learner)).size).toBe(2);
	});
	test('what somebody else has undone is undone for them alone', async () => {
		const undone = archive({
			attempts: log('b', 3),
			removals: [
				removal({ type: 'attempt', attempt: 'b:9' }),
				removal({ type: 'answers', learner: FIRST, deck: 'd' }, 0)
			]
		});
		const both = await restore(mine, undone, (apart) => apart);
		expect(both.attempts).toHaveLength(23);
		expect(both.removals.some(({ what }) => 'learner' in what && what.learner === FIRST)).toBe(
			false
		);
		expect(
			both.removals.some(
				({ what }) => what.type === 'attempt' && /^apart-.*~b:9$/.test(what.attempt)
			)
		).toBe(true);
	});
});

test('a PIN of this device stays, though no backup has one', async () => {
	const pin = { salt: 's', hash: 'h' };
	const ann = { ...firstLearner(1), id: 'ann', name: 'Ann' };
	const here = archive({ learners: [{ ...ann, pin }] });
	const file = archive({ learners: [{ ...ann, name: 'Anne', changedAt: 9 }] });
	expect((await restore(here, file)).learners).toMatchObject([{ name: 'Anne', pin }]);
});

test('a quiz that was finished here since does not come back as unfinished', () => {
	const quiz = (id: string): Sitting =>
		({
			version: 1,
			id,
			items: [{ question: { factIds: ['f'] } }, { question: { factIds: ['g'] } }],
			events: [{ type: 'answered', item: 0 }]
		}) as unknown as Sitting;
	const file = archive({
		sittings: [quiz('done'), quiz('open')].map((sitting) => ({ sitting, learner: FIRST }))
	});
	const here = archive({
		attempts: [1, 2].map((n) => attemptOf(n, { sitting: 'done' }))
	});
	const { sittings } = settled(here, file, new Map([[FIRST, FIRST]]));
	expect(sittings.map(({ sitting }) => sitting.id)).toEqual(['open']);
});

describe('what a restore would change', () => {
	test('is told by learner and deck', async () => {
		const here = archive({
			attempts: [...log('a', 4), ...log('n', 1, { learner: 'ann' })],
			removals: [
				removal({ type: 'attempt', attempt: 'a:4' }),
				removal({ type: 'deck', deck: 'gone' })
			],
			decks: [deck('same'), deck('mine', 'here')]
		});
		const file = archive({
			attempts: [
				...log('a', 6).map((one) => (one.id === 'a:0' ? { ...one, right: false } : one)),
				...log('n', 2, { learner: 'ann' }),
				...log('o', 1, { learner: 'bob' })
			],
			removals: [removal({ type: 'attempt', attempt: 'a:3' })],
			decks: [deck('same'), deck('mine', 'there'), deck('gone'), deck('new')]
		});
		const changes = await changesOf(here, file);
		expect(changes.learners).toMatchObject([
			{ learner: FIRST, fresh: 1, known: 4, differing: 1, deleted: 1, isNew: false },
			{ learner: 'ann', fresh: 1, known: 1, differing: 0, isNew: false },
			{ learner: 'bob', fresh: 1, known: 0, isNew: true }
		]);
		expect(changes.decks).toEqual([
			{ title: 'SAME', what: 'known' },
			{ title: 'MINE', what: 'other' },
			{ title: 'GONE', what: 'deleted' },
			{ title: 'NEW', what: 'new' }
		]);
		expect(changes).toMatchObject({ taken: 1, taking: [expect.stringContaining('a:3')] });
		expect(changes.keptOut).toHaveLength(2);
	});

	const unique = <T extends { id: string }>(any: fc.Arbitrary<T>, maxLength: number) =>
		fc.uniqueArray(any, { maxLength, selector: ({ id }) => id });
	/** Two devices that agree about what they both have. */
	const devices = fc
		.tuple(unique(anyAttempt, 12), unique(anyRemoval, 6))
		.chain(([attempts, removals]) => {
			const device = fc
				.record({ attempts: fc.subarray(attempts), removals: fc.subarray(removals) })
				.map((more) => withoutRemoved(archive(more)));
			return fc.tuple(device, device);
		});
	const count = (changes: Changes, field: 'fresh' | 'deleted'): number =>
		changes.learners.reduce((total, change) => total + change[field], 0);

	test('is what then happens, and nothing more a second time', async () => {
		await fc.assert(
			fc.asyncProperty(devices, fc.boolean(), fc.boolean(), async ([here, there], revive, take) => {
				const file = all(there);
				const changes = await changesOf(here, file);
				const wanted = take ? file : without(file, changes.taking);
				const revoke = revive ? changes.keptOut : [];
				const after = withoutRemoved(revoked(merge(here, wanted), revoke));
				const came = count(changes, 'fresh') + (revive ? count(changes, 'deleted') : 0);
				expect(after.attempts).toHaveLength(
					here.attempts.length + came - (take ? changes.taken : 0)
				);
				expect(count(await changesOf(after, wanted), 'fresh')).toBe(0);
			})
		);
	});

	test('takes nothing away that was not ticked', async () => {
		await fc.assert(
			fc.asyncProperty(devices, async ([here, there]) => {
				const { taking } = await changesOf(here, there);
				const after = withoutRemoved(merge(here, without(there, taking)));
				const ids = new Set(after.attempts.map(({ id }) => id));
				for (const { id } of here.attempts) expect(ids).toContain(id);
			})
		);
	});
});
