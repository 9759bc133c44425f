/**
 * Attempts of one learner in columns: arrays of numbers, and each text once. A hundred thousand are read in a
 * tenth of the time that single records take.
 */
import * as z from 'zod/mini';
import { Attempt } from '$lib/memory/attempt';
import { KINDS } from '$lib/questions/kind';
import { Given } from '$lib/questions/question';
import { pack, table, unpack, type Numbers } from './columns';

const VERSION = 1;
const WHERE = Attempt.shape.where.options;

/** As it is stored. What no column holds is the same for all, or follows from other columns. */
const Segment = z.strictObject({
	version: z.literal(VERSION),
	learner: z.string(),
	count: z.int().check(z.nonnegative()),
	/** Every text of the columns. */
	texts: z.array(z.string()),
	/** Every answer that was given. */
	givens: z.array(Given),
	columns: z.record(z.string(), z.unknown())
});
export type Segment = Omit<z.infer<typeof Segment>, 'columns'> & {
	columns: Record<Column, Numbers>;
};

const TEXTS = ['deck', 'fact', 'question', 'sitting'] as const;
const NUMBERS = ['ms', 'at', 'offset', 'order'] as const;
const OPTIONAL = ['slot', 'hints'] as const;
/** `id`: a place in `texts`, or below zero the item in ids of the usual form `sitting:item:fact`. */
const OTHERS = ['id', 'given', 'kind', 'where', 'right', 'hasSlot', 'hasHints'] as const;
type Column = (typeof TEXTS | typeof NUMBERS | typeof OPTIONAL | typeof OTHERS)[number];
const COLUMNS: readonly Column[] = [...TEXTS, ...NUMBERS, ...OPTIONAL, ...OTHERS];

/** @param attempts of one learner */
export function encode(learner: string, attempts: readonly Attempt[]): Segment {
	const texts = table<string>(String);
	const givens = table<Given>(JSON.stringify);
	const columns = {} as Record<Column, Numbers>;
	const add = (name: Column, value: (attempt: Attempt) => number): void =>
		void (columns[name] = pack(attempts.map(value)));
	for (const name of TEXTS) add(name, (attempt) => texts.place(attempt[name]));
	for (const name of NUMBERS) add(name, (attempt) => attempt[name]);
	for (const name of OPTIONAL) add(name, (attempt) => attempt[name] ?? 0);
	add('hasSlot', ({ slot }) => Number(slot !== undefined));
	add('hasHints', ({ hints }) => Number(hints !== undefined));
	add('id', (attempt) => {
		const item = itemOf(attempt);
		return item === undefined ? texts.place(attempt.id) : -1 - item;
	});
	add('given', ({ given }) => givens.place(given));
	add('kind', ({ kind }) => KINDS.indexOf(kind));
	add('where', ({ where }) => WHERE.indexOf(where));
	add('right', ({ right }) => Number(right));
	return {
		version: VERSION,
		learner,
		count: attempts.length,
		texts: texts.values,
		givens: givens.values,
		columns
	};
}

/** @returns `undefined` for what this version can't read, or where anything does not fit */
export function decode(stored: unknown): Attempt[] | undefined {
	const parsed = Segment.safeParse(stored);
	if (!parsed.success) return undefined;
	const { learner, count, texts, givens } = parsed.data;
	const columns = {} as Record<Column, ArrayLike<number>>;
	for (const name of COLUMNS) {
		const column = unpack(parsed.data.columns[name], count);
		if (!column) return undefined;
		columns[name] = column;
	}
	const attempts: Attempt[] = [];
	for (let row = 0; row < count; row++) {
		const cell = (name: Column): number => columns[name][row]!;
		const [deck, fact, question, sitting] = TEXTS.map((name) => texts[cell(name)]);
		const [given, kind, where] = [givens[cell('given')], KINDS[cell('kind')], WHERE[cell('where')]];
		const id = cell('id') < 0 ? `${sitting}:${-1 - cell('id')}:${fact}` : texts[cell('id')];
		const numbers = NUMBERS.map(cell);
		if (
			[deck, fact, question, sitting, given, kind, where, id].includes(undefined) ||
			!numbers.every(Number.isFinite)
		)
			return undefined;
		attempts.push({
			version: 2,
			id: id!,
			learner,
			deck: deck!,
			fact: fact!,
			question: question!,
			kind: kind!,
			...(cell('hasSlot') ? { slot: cell('slot') } : {}),
			// A list of its own for each, as if it had been read by itself.
			given: Array.isArray(given) ? [...given] : given!,
			right: cell('right') === 1,
			...(cell('hasHints') ? { hints: cell('hints') } : {}),
			ms: cell('ms'),
			at: cell('at'),
			offset: cell('offset'),
			order: cell('order'),
			where: where!,
			sitting: sitting!
		});
	}
	return attempts;
}

/** The item that an id of the usual form names. */
function itemOf({ id, sitting, fact }: Attempt): number | undefined {
	if (!id.startsWith(`${sitting}:`) || !id.endsWith(`:${fact}`)) return undefined;
	const item = id.slice(sitting.length + 1, -fact.length - 1);
	return /^(?:0|[1-9]\d{0,8})$/.test(item) ? Number(item) : undefined;
}
