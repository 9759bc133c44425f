import type { Predicate } from '../../fact';
import { readClause, type Reading } from '../clauses';
import type { Context } from '../context';
import type { Doc } from '../doc';

/** Clauses that don't stand alone read again in the article's own words: "The two sides have met". */
export function readPlain(context: Context, readings: readonly Reading[]): Reading[] {
	const known = new Map<number, Predicate>();
	for (const reading of readings)
		if (reading.ok) known.set(reading.clause.verb, reading.clause.predicate);
	return readings.flatMap((reading) => {
		if (reading.ok) return [];
		const { verb } = reading;
		return [isPartial(context.doc, verb) ? reading : readClause(context, verb, known)];
	});
}

/** What is quoted is told in the speaker’s words; "where the dealers live" lacks where, "when he was 17" what then was. */
const isPartial = (doc: Doc, verb: number): boolean =>
	doc.isQuoted(doc.at(verb).start) ||
	(/^(relcl|advcl)$/.test(doc.at(verb).dep) &&
		doc.children(verb, 'advmod').some((i) => doc.at(i).tag === 'WRB'));
