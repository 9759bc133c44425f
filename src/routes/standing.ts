import { factKey, type Card, type Standing } from '$lib/memory/card';
import { standingOf } from '$lib/memory/curve';
import type { Pace } from '$lib/memory/learner';
import type { Stroke } from '$lib/ui/strokes';
import { counted, numberWord } from '$lib/ui/words';

/** How a standing is drawn: a stroke, and a word for it. */
export const STROKE: Record<Standing, Stroke> = {
	stuck: 'tall',
	holding: 'middle',
	slipping: 'low',
	unasked: 'none'
};
export const STANDING_NAMES: Record<Standing, string> = {
	stuck: 'Stuck',
	holding: 'Holding',
	slipping: 'Slipping',
	unasked: 'Not asked yet'
};

export interface DeckStanding {
	standings: Standing[];
	/** "72 facts: 5 stuck, 3 holding, 4 slipping". */
	sentence: string;
	slipping: number;
	asked: number;
}

/** What tells how facts stand; `Progress` has it. */
interface Remembering {
	memory: { cards: ReadonlyMap<string, Card> };
	pace: Pace;
	today: number;
}

export const factStanding = (
	{ memory, pace, today }: Remembering,
	slug: string,
	fact: string
): Standing => standingOf(memory.cards.get(factKey(slug, fact)), pace, today);

/** How the facts of a deck stand, in their order. */
export function deckStanding(
	slug: string,
	facts: readonly string[],
	remembering: Remembering
): DeckStanding {
	const standings = facts.map((fact) => factStanding(remembering, slug, fact));
	const count = (standing: Standing) => standings.filter((one) => one === standing).length;
	const parts = (['stuck', 'holding', 'slipping'] as const).flatMap((standing) => {
		const n = count(standing);
		return n > 0 ? [`${numberWord(n)} ${STANDING_NAMES[standing].toLowerCase()}`] : [];
	});
	const asked = standings.length - count('unasked');
	const whole = counted(facts.length, 'fact');
	return {
		standings,
		sentence: asked === 0 ? `${whole}, none asked yet` : `${whole}: ${parts.join(', ')}`,
		slipping: count('slipping'),
		asked
	};
}
