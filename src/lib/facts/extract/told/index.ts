import type { Slot } from '../../fact';
import type { Clause, Reading } from '../clauses';
import type { Context } from '../context';
import type { Doc } from '../doc';
import { appositions, officesBeforeNames } from '../offices';
import { contrast } from './contrast';
import { extremes } from './extremes';
import { kinds } from './kinds';
import { owned } from './owned';
import { readPlain } from './plain';
import { speech } from './speech';

/** What a construction says beside the clauses; `lost` are the verbs that give none. */
type Pattern = (context: Context, lost: readonly number[]) => Clause[];

const patterns: readonly Pattern[] = [speech, kinds, contrast, extremes, owned];

/**
 * What else the article states, in words that don't stand alone or that nobody would be asked for. `readings` are
 * those of all its verbs, `offices` those that are asked already.
 */
export function toldClauses(
	context: Context,
	readings: readonly Reading[],
	offices: readonly Clause[]
): Clause[] {
	const plain = { ...context, plain: true };
	const again = readPlain(plain, readings);
	const lost = again.flatMap((reading) => (reading.ok ? [] : [reading.verb]));
	const held = new Set(offices.map(({ verb }) => verb));
	const further = oncePerTitle([...officesBeforeNames(plain), ...appositions(plain)]);
	return [
		...further.filter(({ verb }) => !held.has(verb)),
		...again.flatMap((reading) => (reading.ok ? [reading.clause] : [])),
		...patterns.flatMap((pattern) => pattern(plain, lost))
	].map((clause) => ({
		...clause,
		slots: clause.slots.map((slot) => ({ ...withThe(context.doc, slot), asked: false as const }))
	}));
}

/** Called "Professor" five times, somebody is one. */
function oncePerTitle(offices: readonly Clause[]): Clause[] {
	const title = ({ slots }: Clause) => slots.map(({ entity, text }) => entity ?? text).join('|');
	return [...new Map(offices.toReversed().map((office) => [title(office), office])).values()];
}

/** "The Super Mushshak", as the article has it. */
function withThe({ text }: Doc, slot: Slot): Slot {
	const the = /\bthe $/i.test(text.slice(Math.max(0, slot.start - 5), slot.start));
	const name = slot.as ?? slot.text;
	return slot.role === 'subject' && the && /^\p{Lu}/u.test(name) && !/^The /.test(name)
		? { ...slot, as: `the ${name}` }
		: slot;
}
