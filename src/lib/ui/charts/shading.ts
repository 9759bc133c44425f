import { type Span } from '$lib/article/article';
import { overlaps } from '$lib/article/spans';
import { sentencesOf } from '$lib/article/sentences';
import type { Standing } from '$lib/memory/card';

/** A fact as far as its sentence is shaded by it. */
export interface Shader {
	standing: Standing;
	/** The chance that it is known today, from 0 to 1; absent where it was never asked. */
	known?: number | undefined;
	evidence: readonly Span[];
}

/** A sentence of the article with facts in it. */
export interface Shade extends Span {
	standing: Standing;
	known?: number;
}

const WEAKEST: readonly Standing[] = ['slipping', 'holding', 'stuck'];

/**
 * Sentence by sentence, how well it is remembered: by the weakest of its facts that were asked, or not at all where
 * none was.
 */
export const gatherShades = (
	text: string,
	body: readonly Span[],
	facts: readonly Shader[]
): Shade[] =>
	body.flatMap((paragraph) =>
		sentencesOf(text, paragraph).flatMap((sentence): Shade[] => {
			const own = facts.filter(({ evidence }) => evidence.some((span) => overlaps(span, sentence)));
			if (own.length === 0) return [];
			const known = own.flatMap((fact) => fact.known ?? []);
			const standing = WEAKEST.find((one) => own.some((fact) => fact.standing === one));
			return [
				{
					...sentence,
					standing: standing ?? 'unasked',
					...(known.length > 0 ? { known: Math.min(...known) } : {})
				}
			];
		})
	);
