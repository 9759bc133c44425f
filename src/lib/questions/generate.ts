import type { Deck } from '$lib/facts/deck';
import { hash, randomFrom } from '$lib/random';
import { arrange } from './arrange';
import { difficultyOf } from './difficulty';
import { flawsOf } from './flaws';
import { groundOf } from './ground';
import type { Draft } from './kinds/draft';
import { makers } from './kinds/makers';
import { KINDS } from './kind';
import type { Kind, Question } from './question';

/** Of facts that nobody has reviewed: the other kinds say more than their sentence does. */
const UNREVIEWED: readonly Kind[] = ['choice', 'number', 'text', 'cloze'];

/** The same content has the same id, in whatever order its options stand. */
export function identify(
	kind: Kind,
	draft: Pick<Draft, 'factId' | 'stem' | 'key' | 'options' | 'items'>
): string {
	const content = [
		kind,
		draft.factId,
		draft.stem,
		[draft.key].flat().toSorted(),
		draft.options.map((option) => option.text).toSorted(),
		draft.items.map((item) => item.text).toSorted()
	];
	return hash(JSON.stringify(content)).toString(36).padStart(11, '0');
}

/**
 * All fair questions of a deck, in the order of its facts, kind after kind. The seed decides wrong
 * options, positions and which statements are false; the same seed gives the same questions.
 */
export function generate(deck: Deck, seed: string | number = 1): Question[] {
	const ground = groundOf(deck, String(seed));
	const place = new Map(deck.facts.map((fact, index) => [fact.id, index]));
	const kinds = deck.reviewed === false ? UNREVIEWED : KINDS;
	const drafts = kinds.flatMap((kind) =>
		makers[kind](ground).map((draft): Question => ({
			id: identify(kind, draft),
			kind,
			...draft,
			difficulty: difficultyOf(kind, draft)
		}))
	);
	const fair = drafts.filter((question) => flawsOf(question).length === 0);
	const ordered = fair.toSorted((a, b) => (place.get(a.factId) ?? 0) - (place.get(b.factId) ?? 0));
	return arrange(ordered, randomFrom(`${seed}:arrange`));
}
