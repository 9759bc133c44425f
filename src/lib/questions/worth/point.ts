import type { Span } from '$lib/article/article';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Slot } from '$lib/facts/fact';
import { headOf } from './place';

export const POINT = ['strangers', 'key in lead', 'rivals'] as const;
type Point = Record<(typeof POINT)[number], number>;

/** How often a text names somebody whom it has made known. */
const KNOWN = 4;

/** Whether the key is what its sentence is there for, and whether the stem names people whom only the article introduces. */
export function pointOf(
	{ doc, entities, mentions }: Extracted,
	sentence: Span,
	slot: Slot | undefined,
	{
		stem,
		key,
		topic,
		title,
		named
	}: {
		stem: string;
		key: string;
		topic: string | undefined;
		title: string;
		named: ReadonlyMap<string, number>;
	}
): Point {
	const kinds = new Map(entities.map((entity) => [entity.id, entity]));
	const strangers = mentions.filter(({ entity, start, end }) => {
		const inside = start >= sentence.start && end <= sentence.end;
		if (!inside || entity === slot?.entity) return false;
		const { type, name } = kinds.get(entity)!;
		if (type !== 'person' || entity === topic || title.includes(name)) return false;
		const introduced =
			/^NNP?$/.test(doc.tokens[start - 1]?.tag ?? '') ||
			doc.at(end - 1).dep === 'appos' ||
			doc.child(end - 1, 'appos', 'relcl') !== undefined;
		const known = introduced || (named.get(entity) ?? 0) >= KNOWN;
		return !known && stem.includes(name.split(' ').at(-1)!);
	});
	// The first paragraph under the title.
	const lead = doc.text.indexOf('\n', doc.text.indexOf('\n\n') + 2);
	const head = slot ? headOf(doc, sentence, slot) : undefined;
	const label = head === undefined ? '' : doc.at(head).entity;
	const alike = doc
		.range(sentence)
		.filter((i) => label && doc.at(i).entityStart && doc.at(i).entity === label);
	return {
		strangers: Math.min(2, strangers.length) / 2,
		'key in lead': lead > 0 && doc.text.slice(0, lead).includes(key) ? 1 : 0,
		rivals: Math.min(3, Math.max(0, alike.length - 1)) / 3
	};
}
