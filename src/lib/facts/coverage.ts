import { type Span } from '$lib/article/article';
import { contains, overlaps } from '$lib/article/spans';
import type { Fact } from './fact';

/** How far facts found by the engine go along with reviewed ones. */
export interface Coverage {
	/** Reviewed facts that were found. */
	found: Fact[];
	missed: Fact[];
	/** Facts of the engine that are in none of the reviewed ones. */
	unmatched: Fact[];
}

/** Share of a fact's slots that must stand in the other for the two to be the same statement. */
const SAME = 0.6;

const inside = (slot: Span, other: Span): boolean => contains(other, slot) || contains(slot, other);

/** Whether `found` says what `reviewed` does: in the same sentence, of the same things. */
function says(found: Fact, reviewed: Fact): boolean {
	const near = reviewed.evidence.some((quote) =>
		found.evidence.some((other) => overlaps(quote, other))
	);
	if (!near) return false;
	const own = ({ slots }: Fact) => slots.filter(({ role }) => role !== 'aside');
	const told = own(reviewed).filter((slot) => own(found).some((other) => inside(slot, other)));
	return told.length >= 2 && told.length / own(reviewed).length >= SAME;
}

/** Holds the engine's facts against reviewed ones. */
export function coverageOf(reviewed: readonly Fact[], found: readonly Fact[]): Coverage {
	const isFound = (fact: Fact) => found.some((other) => says(other, fact));
	return {
		found: reviewed.filter(isFound),
		missed: reviewed.filter((fact) => !isFound(fact)),
		unmatched: found.filter((fact) => !reviewed.some((other) => says(fact, other)))
	};
}
