import type { Doc } from './doc';
import type { Names } from './names';

/** What phrases and clauses are read with. */
export interface Context {
	doc: Doc;
	names: Names;
	/**
	 * By token, the words for a pronoun; '' where it means its own clause's subject and may stay. A pronoun
	 * without any does not stand alone.
	 */
	antecedents: ReadonlyMap<number, string>;
	/** Entities of those antecedents. */
	referents: ReadonlyMap<number, string>;
	/** Entity of the subject of the clause that is read: its pronouns may stay. */
	self?: string | undefined;
	/** What does not stand alone is taken in the article's own words: for statements that are never asked. */
	plain?: boolean;
}

/** Why a phrase or a clause could not become part of a fact; the funnel counts these. */
export type Loss =
	| 'no subject'
	| 'unresolved pronoun'
	| 'does not stand alone'
	| 'question or command'
	| 'hypothetical'
	| 'inside another clause'
	| 'no predicate'
	| 'says nothing'
	| 'parse in doubt';
