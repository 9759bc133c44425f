import type { Clause, Reading } from '../clauses';
import type { Context } from '../context';
import { readPlain } from './plain';
import { speech } from './speech';

/** What a construction says beside the clauses; `lost` are the verbs that give none. */
type Pattern = (context: Context, lost: readonly number[]) => Clause[];

const patterns: readonly Pattern[] = [speech];

/**
 * What else the article states, in words that don't stand alone or that nobody would be asked for. `readings` are
 * those of all its verbs.
 */
export function toldClauses(context: Context, readings: readonly Reading[]): Clause[] {
	const plain = { ...context, plain: true };
	const again = readPlain(plain, readings);
	const lost = again.flatMap((reading) => (reading.ok ? [] : [reading.verb]));
	return [
		...again.flatMap((reading) => (reading.ok ? [reading.clause] : [])),
		...patterns.flatMap((pattern) => pattern(plain, lost))
	].map((clause) => ({
		...clause,
		slots: clause.slots.map((slot) => ({ ...slot, asked: false as const }))
	}));
}
