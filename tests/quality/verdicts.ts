import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What one reader said of one question, by the sheet in this folder's README. */
const Verdict = z.strictObject({
	accept: z.boolean(),
	/** Criteria that it fails, 1 to 6. */
	fails: z.array(z.int().check(z.minimum(1), z.maximum(6))),
	/** Wrong options that no careless reader would take, or that are no fair wrong answers. */
	unusable: z.optional(z.array(z.string())),
	note: z.optional(z.string())
});

/** A question as it was put to two readers, with what each said apart from the other. */
export const Judged = z.strictObject({
	/** The article, where the questions are not a deck’s. */
	text: z.optional(z.string()),
	/** What the engine estimated, from 0 to 1. */
	probability: z.optional(z.number()),
	id: z.string(),
	kind: z.string(),
	stem: z.string(),
	key: z.union([z.string(), z.array(z.string())]),
	/** Wrong options of a choice. */
	wrong: z.optional(z.array(z.string())),
	readers: z.tuple([Verdict, Verdict])
});
export type Judged = z.infer<typeof Judged>;

/** @param name of a deck, or with `articles` of a set of texts */
export function readVerdicts(name: string, folder: 'verdicts' | 'articles' = 'verdicts'): Judged[] {
	const text = readFileSync(join(import.meta.dirname, folder, `${name}.jsonl`), 'utf8');
	return text
		.trim()
		.split('\n')
		.map((line) => Judged.parse(JSON.parse(line)));
}

export interface Summary {
	judged: number;
	/** Shares from 0 to 1. */
	acceptedBy: [number, number];
	acceptedByBoth: number;
	/** Cohen's kappa: agreement beyond chance, 1 where both readers said the same of everything. */
	kappa: number;
	options: number;
	/** Share of wrong options that both readers found usable. */
	usable: number;
	/** How often each criterion was failed, both readers counted. */
	failures: Record<string, number>;
}

/** @param judged at least one question */
export function summarise(judged: readonly Judged[]): Summary {
	const share = (count: number, of: number) => (of === 0 ? 1 : count / of);
	const accepted = (reader: 0 | 1) => judged.filter((one) => one.readers[reader].accept).length;
	const both = judged.filter((one) => one.readers.every(({ accept }) => accept)).length;
	const neither = judged.filter((one) => one.readers.every(({ accept }) => !accept)).length;
	const [a, b] = [share(accepted(0), judged.length), share(accepted(1), judged.length)];
	const chance = a * b + (1 - a) * (1 - b);
	const agreed = share(both + neither, judged.length);
	const options = judged.flatMap((one) =>
		(one.wrong ?? []).map((text) =>
			one.readers.every(({ unusable = [] }) => !unusable.includes(text))
		)
	);
	const failures: Record<string, number> = {};
	for (const { fails } of judged.flatMap((one) => one.readers))
		for (const criterion of fails) failures[criterion] = (failures[criterion] ?? 0) + 1;
	return {
		judged: judged.length,
		acceptedBy: [a, b],
		acceptedByBoth: share(both, judged.length),
		kappa: chance === 1 ? 1 : (agreed - chance) / (1 - chance),
		options: options.length,
		usable: share(options.filter(Boolean).length, options.length),
		failures
	};
}
