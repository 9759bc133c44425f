import type { Deck } from '$lib/facts/deck';
import type { Attempt } from '$lib/memory/attempt';
import { factKey, type Card } from '$lib/memory/card';
import type { Pace } from '$lib/memory/learner';
import { forecast } from '$lib/memory/queue';
import { gatherAhead } from '$lib/ui/charts/ahead';
import { gatherBehind } from '$lib/ui/charts/behind';
import { gatherCalibration, type Calibration, type Guess } from '$lib/ui/charts/calibration';
import { gatherArticles, gatherKinds } from '$lib/ui/charts/mastery';
import { gatherSpent, lateAnswer } from '$lib/ui/charts/spent';
import { gatherBands, standsOf } from '$lib/ui/charts/stands';

const DAYS = 30;

/** What is remembered, from which everything on the page is drawn but the calibration. */
interface Remembered {
	memory: { cards: ReadonlyMap<string, Card> };
	pace: Pace;
	today: number;
}

/** The rows of every picture. Facts whose article is no longer on the device are only counted. */
export function gather(
	log: readonly Attempt[],
	decks: readonly Deck[],
	{ memory: { cards }, pace, today }: Remembered
) {
	const stands = standsOf(decks, cards, pace, today);
	const here = stands.flatMap(({ deck, fact }) => cards.get(factKey(deck, fact)) ?? []);
	const touched = new Set(here.map(({ deck }) => deck));
	return {
		bands: gatherBands(stands),
		articles: decks.length,
		ahead: gatherAhead(forecast(here, pace, today, DAYS), here.length, pace.load, today),
		behind: gatherBehind(log, today),
		byArticle: gatherArticles(decks, stands),
		byKind: gatherKinds(decks, stands, log),
		spent: gatherSpent(log, today),
		/** Articles of which nothing was asked yet. */
		untouched: decks.filter(({ slug }) => !touched.has(slug)).length,
		/** What an answer takes, in milliseconds. */
		each: lateAnswer(log),
		/** Facts once asked of articles that are not here any more. */
		elsewhere: cards.size - here.length
	};
}

/** A pause in which the browser draws and answers. */
const breath = () => new Promise<void>((go) => setTimeout(go));

/**
 * What was expected of each answer, against what came: memory is replayed from the start, a part at a time.
 * `undefined` where `stale` says that nobody waits for it any longer.
 */
export async function calibrate(
	log: readonly Attempt[],
	stale: () => boolean
): Promise<Calibration | undefined> {
	const { history } = await import('$lib/memory/history');
	const guesses: Guess[] = [];
	for (const part of history(log)) {
		guesses.push(...part);
		await breath();
		if (stale()) return undefined;
	}
	return gatherCalibration(guesses);
}
