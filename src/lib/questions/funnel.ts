import { type Span } from '$lib/article/article';
import { contains, overlaps } from '$lib/article/spans';
import type { Loss } from '$lib/facts/extract/context';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Question } from './question';

/** What kind of thing a text names. */
export type Sort = 'number' | 'name' | 'date';

/** How many of one sort there are in the text, how many of them in a fact, as the key of a question, and shown. */
export interface Stage {
	text: number;
	fact: number;
	key: number;
	shown: number;
	/** Where those were lost that are in no fact. */
	lost: Partial<Record<Loss | 'outside any clause', number>>;
}

const SORTS: Record<string, Sort> = {
	PERSON: 'name',
	ORG: 'name',
	GPE: 'name',
	LOC: 'name',
	FAC: 'name',
	PRODUCT: 'name',
	EVENT: 'name',
	DATE: 'date',
	TIME: 'date',
	CARDINAL: 'number',
	MONEY: 'number',
	PERCENT: 'number',
	QUANTITY: 'number'
};

/** Follows every number, name and date of a text to the questions, and says where it was lost. */
export function funnelOf(
	extracted: Extracted,
	candidates: readonly Question[],
	shown: readonly Question[]
): Record<Sort, Stage> {
	const { doc, facts, told } = extracted;
	const stages: Record<Sort, Stage> = { number: empty(), name: empty(), date: empty() };
	const keys = placesOf(extracted, candidates);
	const asked = placesOf(extracted, shown);
	const slots = [...facts, ...told].flatMap((fact) => fact.slots);
	for (const { span, sort, token } of thingsOf(extracted)) {
		const stage = stages[sort];
		const place = doc.place(span);
		stage.text++;
		if (slots.some((slot) => contains(slot, place) || contains(place, slot))) stage.fact++;
		else {
			const why = lossAt(extracted, token);
			stage.lost[why] = (stage.lost[why] ?? 0) + 1;
		}
		if (keys.some((key) => overlaps(key, place))) stage.key++;
		if (asked.some((key) => overlaps(key, place))) stage.shown++;
	}
	return stages;
}

const empty = (): Stage => ({ text: 0, fact: 0, key: 0, shown: 0, lost: {} });

function thingsOf({ doc }: Extracted): { span: Span; sort: Sort; token: number }[] {
	return doc.tokens.flatMap(({ entity, entityStart }, start) => {
		const sort = SORTS[entity];
		if (!entityStart || !sort) return [];
		let end = start + 1;
		while (doc.tokens[end]?.entity === entity && !doc.tokens[end]?.entityStart) end++;
		return [{ span: { start, end }, sort, token: end - 1 }];
	});
}

/** Where the keys of questions stand in the text. */
function placesOf({ facts, entities }: Extracted, questions: readonly Question[]): Span[] {
	const names = new Map(entities.map(({ id, name }) => [id, name]));
	return questions.flatMap(({ factId, key }) => {
		const wanted = new Set([key].flat());
		const slots = facts.find(({ id }) => id === factId)?.slots ?? [];
		return slots.filter(
			(slot) =>
				slot.asked !== false &&
				(wanted.has(slot.text) ||
					wanted.has(slot.as ?? '') ||
					wanted.has(names.get(slot.entity ?? '') ?? ''))
		);
	});
}

/** Why the clause around a token gave no fact: that of the nearest verb above it. */
function lossAt({ doc, lost }: Extracted, token: number): Loss | 'outside any clause' {
	for (let at = token; ; at = doc.at(at).head) {
		const found = lost.find(({ verb }) => verb === at);
		if (found) return found.loss;
		if (doc.at(at).head === at) return 'outside any clause';
	}
}
