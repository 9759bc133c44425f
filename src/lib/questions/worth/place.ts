import type { Span } from '$lib/article/article';
import { REPORTING } from '$lib/facts/extract/attribution';
import type { Doc } from '$lib/facts/extract/doc';
import type { Extracted } from '$lib/facts/extract/extract';
import type { Slot } from '$lib/facts/fact';

export const PLACE = [
	'key depth',
	'in relative clause',
	'in adverbial clause',
	'in reported clause',
	'in apposition',
	'source asked',
	'key is subject',
	'key is object',
	'key after of',
	'key after in',
	'key after by',
	'key after to',
	'key after from',
	'key after at',
	'key after with',
	'key after on',
	'subject named',
	'subject is topic',
	'topic told',
	'sentence dated',
	'doc stands',
	'doc topic',
	'doc speakers'
] as const;
type Place = Record<(typeof PLACE)[number], number>;

/** What all questions of an article have in common; shares from 0 to 1. */
export interface Whole {
	stands: number;
	topic: number;
	speakers: number;
}

export function wholeOf({ doc, facts }: Extracted, topic: string | undefined): Whole {
	const standing = new Set(facts.flatMap(({ sentence }) => sentence ?? [])).size;
	const about = facts.filter(({ slots }) => slots.some(({ entity }) => entity === topic)).length;
	const speaking = doc.tokens.filter(({ text }) => /^(I|we|you|my|our|your)$/i.test(text)).length;
	return {
		stands: standing / Math.max(1, doc.sentences.length),
		topic: topic === undefined ? 0 : about / Math.max(1, facts.length),
		speakers: Math.min(1, (30 * speaking) / Math.max(1, doc.tokens.length))
	};
}

/** Where the key stands in its sentence's tree, and what the sentence is about. */
export function placeOf(
	{ doc, mentions }: Extracted,
	sentence: Span,
	slot: Slot | undefined,
	stem: string,
	{ whole, topic, names }: { whole: Whole; topic: string | undefined; names: readonly string[] }
): Place {
	const is = (yes: boolean): number => (yes ? 1 : 0);
	const key = slot ? headOf(doc, sentence, slot) : undefined;
	const above: number[] = [];
	for (let at = key; at !== undefined && doc.at(at).head !== at && above.length < 20;) {
		above.push(at);
		at = doc.at(at).head;
	}
	const deps = above.map((i) => doc.at(i).dep);
	const dep = deps[0] ?? '';
	const over = above[0] === undefined ? undefined : doc.at(doc.at(above[0]).head);
	const preposition = dep === 'pobj' ? (over?.text.toLowerCase() ?? '') : '';
	const to = above[1] === undefined ? undefined : doc.at(doc.at(above[1]).head);
	const root = doc.range(sentence).find((i) => doc.at(i).head === i);
	const subject = root === undefined ? undefined : doc.child(root, 'nsubj', 'nsubjpass');
	const named = mentions.find(
		({ start, end }) => subject !== undefined && start <= subject && subject < end
	)?.entity;
	const after = (word: string): number => is(preposition === word);
	return {
		'key depth': Math.min(8, above.length) / 8,
		'in relative clause': is(deps.includes('relcl') || deps.includes('acl')),
		'in adverbial clause': is(deps.includes('advcl')),
		'in reported clause': is(deps.includes('ccomp')),
		'in apposition': is(deps.includes('appos')),
		'source asked': is(
			(/^nsubj/.test(dep) && over !== undefined && REPORTING.test(over.lemma)) ||
				(preposition === 'to' && to?.lemma.toLowerCase() === 'accord')
		),
		'key is subject': is(/^nsubj/.test(dep)),
		'key is object': is(dep === 'dobj'),
		'key after of': after('of'),
		'key after in': after('in'),
		'key after by': after('by'),
		'key after to': after('to'),
		'key after from': after('from'),
		'key after at': after('at'),
		'key after with': after('with'),
		'key after on': after('on'),
		'subject named': is(named !== undefined),
		'subject is topic': is(named !== undefined && named === topic),
		'topic told': is(names.some((name) => stem.includes(name))),
		'sentence dated': is(/\b(1\d|20)\d\d\b/.test(stem)),
		'doc stands': whole.stands,
		'doc topic': whole.topic,
		'doc speakers': whole.speakers
	};
}

/** "_____ said that …", "according to _____", "Otto, of the _____, said": whether who says so is asked for, not what is said. */
export function asksSource(doc: Doc, sentence: Span, slot: Slot | undefined): boolean {
	for (let at = slot && headOf(doc, sentence, slot); at !== undefined; at = doc.at(at).head) {
		if (isSource(doc, at)) return true;
		if (!/^(pobj|prep|appos|poss|compound|nmod)$/.test(doc.at(at).dep)) return false;
	}
	return false;
}

function isSource(doc: Doc, i: number): boolean {
	const { dep, head } = doc.at(i);
	if (dep === 'pobj' && /^to$/i.test(doc.at(head).text))
		return /^according$/i.test(doc.at(doc.at(head).head).text);
	const { lemma } = doc.at(head);
	const says =
		doc.child(head, 'ccomp') !== undefined || /^(ccomp|parataxis)$/.test(doc.at(head).dep);
	return (
		/^nsubj/.test(dep) && REPORTING.test(lemma) && (says || /^(say|tell|explain)$/.test(lemma))
	);
}

/** The token of the slot whose own head stands outside it. */
export function headOf(doc: Doc, sentence: Span, { start, end }: Slot): number | undefined {
	const inside = doc
		.range(sentence)
		.filter((i) => doc.at(i).start >= start && doc.at(i).end <= end);
	return inside.find((i) => !inside.includes(doc.at(i).head) || doc.at(i).head === i);
}
