/** What readers said of the questions that ship: kept in tests/quality, and true of the questions of today. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDeck } from '$lib/formats/deck';
import { generate } from '$lib/questions/generate';
import { readVerdicts, summarise, type Judged } from '../quality/verdicts';

const SLUG = 'pakistan-azerbaijan';
const read = parseDeck(
	readFileSync(new URL(`../../questions/${SLUG}/deck.json`, import.meta.url), 'utf8')
);
if (!read.ok) throw new Error(read.error.message);
const questions = generate(read.value, 1);
const verdicts = new Map(readVerdicts(SLUG).map((judged) => [judged.id, judged]));

test('every question is asked as it was put to two readers, and nothing is kept of what is asked no more', () => {
	const asked = questions.map(({ id, kind, stem, key, options }) => ({
		id,
		kind,
		stem,
		key,
		wrong: kind === 'choice' ? options.flatMap((o) => (o.correct ? [] : [o.text])) : undefined
	}));
	const judged = questions.map(({ id }) => {
		const found = verdicts.get(id);
		return { id, kind: found?.kind, stem: found?.stem, key: found?.key, wrong: found?.wrong };
	});
	expect(judged).toEqual(asked);
	expect(verdicts.size).toBe(questions.length);
});

test('of a hundred questions both readers accept 95 or more, and of a hundred options', () => {
	const summary = summarise([...verdicts.values()]);
	expect(summary.acceptedByBoth).toBeGreaterThanOrEqual(0.95);
	expect(summary.usable).toBeGreaterThanOrEqual(0.95);
});

test('the summary counts what both accept, agreement beyond chance, and options that either refuses', () => {
	const one = (a: boolean, b: boolean, unusable: string[] = []): Judged => ({
		id: 'q',
		kind: 'choice',
		stem: 'Who?',
		key: 'Asha',
		wrong: ['Ben', 'Cem'],
		readers: [
			{ accept: a, fails: a ? [] : [1, 4] },
			{ accept: b, fails: b ? [] : [4], unusable }
		]
	});
	expect(
		summarise([one(true, true), one(true, false), one(false, false), one(true, true, ['Cem'])])
	).toEqual({
		judged: 4,
		acceptedBy: [0.75, 0.5],
		acceptedByBoth: 0.5,
		kappa: 0.5,
		options: 8,
		usable: 7 / 8,
		failures: { 1: 1, 4: 3 }
	});
});
