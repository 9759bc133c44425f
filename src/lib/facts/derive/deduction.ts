import type { Entity, Fact } from '../fact';

/** A rule that concludes a fact from another which the article states. */
export interface Deduction {
	/** Stands in `derivedBy` of what it concludes. */
	rule: string;
	conclude(fact: Fact, entities: readonly Entity[]): Fact | undefined;
}
