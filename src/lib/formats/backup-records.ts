import * as z from 'zod/mini';
import { Attempt } from '$lib/memory/attempt';
import { Learner } from '$lib/memory/learner';
import { Removal } from '$lib/memory/removal';
import { Sitting } from '$lib/quiz/sitting';
import type { Archive } from '$lib/memory/archive';

type Lists = { -readonly [Kind in keyof Archive]: Archive[Kind][number][] };

const KeptDeck = z.strictObject({ file: z.unknown(), broughtAt: z.number() });
const KeptSitting = z.strictObject({ sitting: Sitting, learner: z.string() });

/** Each kind of record: whether it can be read and kept. A version to come is migrated here, kind by kind. */
const KINDS: Record<string, (value: unknown, lists: Lists) => boolean | Promise<boolean>> = {
	learner: (value, { learners }) => keep(Learner.safeParse(value), learners),
	removal: (value, { removals }) => keep(Removal.safeParse(value), removals),
	deck: async (value, { decks }) => {
		const parsed = KeptDeck.safeParse(value);
		if (!parsed.success) return false;
		const { readDeck } = await import('./deck');
		return readDeck(parsed.data.file).ok && keep(parsed, decks);
	},
	sitting: (value, { sittings }) => keep(KeptSitting.safeParse(value), sittings),
	attempt: (value, { attempts }) => keep(Attempt.safeParse(value), attempts)
};

function keep<T>(
	parsed: { success: true; data: T } | { success: false },
	list: NoInfer<T>[]
): boolean {
	if (parsed.success) list.push(parsed.data);
	return parsed.success;
}

/** Gathers records as they are read. */
export class Records {
	readonly lists: Lists = { attempts: [], removals: [], learners: [], decks: [], sittings: [] };
	/** Records of a kind or a shape that this version doesn't know. */
	unreadable = 0;

	/** Takes one record; waits only where it has to load how to read it. */
	take(value: unknown): void | Promise<void> {
		const entry = typeof value === 'object' && value !== null ? Object.entries(value) : [];
		const [name, content] = entry.length === 1 ? (entry[0] as [string, unknown]) : ['', undefined];
		const taken = Object.hasOwn(KINDS, name) && KINDS[name]?.(content, this.lists);
		if (taken instanceof Promise) return taken.then((done) => this.#count(done));
		this.#count(Boolean(taken));
	}

	#count(taken: boolean): void {
		if (!taken) this.unreadable++;
	}

	get size(): number {
		return Object.values(this.lists).reduce((sum, list) => sum + list.length, 0);
	}
}
