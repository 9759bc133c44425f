import { factKey, standingOf, type Recall, type Standing } from '$lib/memory/recall';
import type { Stroke } from '$lib/ui/strokes';
import { counted, numberWord } from '$lib/ui/words';

/** How a standing is drawn: a stroke, and a word for it. */
export const STROKE: Record<Standing, Stroke> = {
	firm: 'tall',
	once: 'middle',
	missed: 'low',
	unasked: 'none'
};
export const STANDING_NAMES: Record<Standing, string> = {
	firm: 'Firm',
	once: 'Known once',
	missed: 'Missed',
	unasked: 'Not asked yet'
};

export interface DeckStanding {
	standings: Standing[];
	/** "74 facts: 5 firm, 3 known once, 4 missed". */
	sentence: string;
	missed: number;
	asked: number;
}

/** How the facts of a deck stand, in their order. */
export function deckStanding(
	slug: string,
	facts: readonly string[],
	recalls: ReadonlyMap<string, Recall>
): DeckStanding {
	const standings = facts.map((fact) => standingOf(recalls.get(factKey(slug, fact))));
	const count = (standing: Standing) => standings.filter((one) => one === standing).length;
	const parts = (['firm', 'once', 'missed'] as const).flatMap((standing) => {
		const n = count(standing);
		return n > 0 ? [`${numberWord(n)} ${STANDING_NAMES[standing].toLowerCase()}`] : [];
	});
	const asked = standings.length - count('unasked');
	const whole = counted(facts.length, 'fact');
	return {
		standings,
		sentence: asked === 0 ? `${whole}, none asked yet` : `${whole}: ${parts.join(', ')}`,
		missed: count('missed'),
		asked
	};
}
