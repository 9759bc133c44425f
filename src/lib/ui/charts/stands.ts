import type { Deck } from '$lib/facts/deck';
import { factKey, type Card, type Standing } from '$lib/memory/card';
import { retrievability, standingOf } from '$lib/memory/curve';
import type { Pace } from '$lib/memory/learner';
import { counted, numberWord, sentenceCase } from '$lib/ui/words';
import { timeInWords } from './spent';

/** How one fact stands today. */
export interface Stand {
	deck: string;
	fact: string;
	standing: Standing;
	/** The chance that it is known today, from 0 to 1; absent where it was never asked. */
	known?: number;
}

/** From the best to the least. */
export const STANDINGS = ['stuck', 'holding', 'slipping', 'unasked'] as const;

/** The facts of decks that can be asked, in their order. */
export const standsOf = (
	decks: readonly Deck[],
	cards: ReadonlyMap<string, Card>,
	pace: Pace,
	today: number
): Stand[] =>
	decks.flatMap(({ slug, facts }) =>
		facts
			.filter((fact) => fact.asked !== false)
			.map((fact): Stand => {
				const card = cards.get(factKey(slug, fact.id));
				return {
					deck: slug,
					fact: fact.id,
					standing: standingOf(card, pace, today),
					...(card ? { known: retrievability(card, today) } : {})
				};
			})
	);

export type Bands = Record<Standing, number>;

export function gatherBands(stands: readonly Pick<Stand, 'standing'>[]): Bands {
	const bands: Bands = { stuck: 0, holding: 0, slipping: 0, unasked: 0 };
	for (const { standing } of stands) bands[standing]++;
	return bands;
}

/** "Thirty facts have stuck" */
export const bandsTitle = ({ stuck }: Bands): string =>
	stuck === 0
		? 'No fact has stuck yet'
		: `${sentenceCase(counted(stuck, 'fact'))} ${stuck === 1 ? 'has' : 'have'} stuck`;

/** "There are 63 in your five articles. Nine are slipping; …": `each` is what an answer takes, in milliseconds. */
export function bandsSentence(bands: Bands, articles: number, each: number): string {
	const whole = STANDINGS.reduce((sum, standing) => sum + bands[standing], 0);
	const place = articles === 1 ? 'your article' : `your ${numberWord(articles)} articles`;
	const there = `There ${whole === 1 ? 'is' : 'are'} ${numberWord(whole)} in ${place}.`;
	const n = bands.slipping;
	if (n === 0) return `${there} Nothing is slipping today.`;
	const [are, them] = n === 1 ? ['is', 'it'] : ['are', 'them'];
	const time = timeInWords(n * each);
	const about = time.startsWith('less') ? time : `about ${time}`;
	return `${there} ${sentenceCase(numberWord(n))} ${are} slipping; a review of ${about} brings ${them} back.`;
}
