import type { Entity, Fact } from '../fact';
import type { Deduction } from './deduction';
import { ordinal } from './ordinal';

const deductions: readonly Deduction[] = [ordinal];

/** What follows from the stated facts; each conclusion names its rule and its grounds. */
export const derive = (facts: readonly Fact[], entities: readonly Entity[]): Fact[] =>
	facts
		.filter((fact) => !fact.derivedBy)
		.flatMap((fact) => deductions.flatMap((deduction) => deduction.conclude(fact, entities) ?? []));
