import type { Role, Slot } from '../fact';
import { REPORTING } from './attribution';
import type { Context, Loss } from './context';
import { nounSlots } from './phrases';
import { CONNECTIVE } from './predicate';
import { coreOf, endsOpen, spoken, textAt } from './spans';

/** Longest clause or phrase that a question can carry along, in tokens. */
const LONGEST = 14;
const CONDITION = /^(if|unless|whether|lest|though|although|whereas)$/i;
const PLACES = /^(country|city|place)$/;

/** A slot with the token that it was made of. */
export interface Placed {
	at: number;
	slots: Slot[];
	/** Goes on a list with the one before. */
	listed: boolean;
}

export type Rest =
	{ ok: true; placed: Placed[]; infinitive?: string; dropped: number } | { ok: false; loss: Loss };

/** Everything that goes with a verb beside its subject: objects, complements, phrases, short clauses. */
export function complementsOf(context: Context, verb: number, subject: number): Rest {
	const reader = new Reader(context, verb, subject);
	const loss = reader.readAll(verb);
	if (loss) return { ok: false, loss };
	const { placed, infinitive, dropped } = reader;
	return { ok: true, placed, dropped, ...(infinitive !== undefined && { infinitive }) };
}

class Reader {
	readonly placed: Placed[] = [];
	infinitive: string | undefined;
	dropped = 0;

	constructor(
		private readonly context: Context,
		private readonly main: number,
		private readonly subject: number
	) {}

	readAll(verb: number): Loss | undefined {
		for (const child of this.context.doc.children(verb)) {
			const loss = this.read(verb, child);
			if (loss) return loss;
		}
		return undefined;
	}

	private read(verb: number, child: number): Loss | undefined {
		const { doc } = this.context;
		const { dep, pos, tag, lemma } = doc.at(child);
		switch (dep) {
			case 'dobj':
			case 'dative':
				if (/^(WP|WDT)$/.test(tag)) return 'inside another clause';
				return pos === 'ADP' ? this.phrase(verb, child) : this.list(child, 'object');
			case 'attr':
			case 'oprd':
				if (child === this.subject) return undefined;
				return /^(NOUN|PROPN|NUM)$/.test(pos)
					? this.take(child, 'complement')
					: this.verbatim(child, 'complement');
			case 'acomp':
				return this.verbatim(child, 'complement');
			case 'agent':
			case 'prep':
				if (lemma.toLowerCase() === 'accord' || this.isExample(child)) return undefined;
				return this.phrase(verb, child);
			case 'npadvmod':
				// "Six years before she was born" is no length of what the verb says.
				if (doc.at(child).entity === 'DATE' && this.measures(verb, child)) return 'parse in doubt';
				return /^(DATE|TIME|PERCENT|MONEY|QUANTITY)$/.test(doc.at(child).entity)
					? this.take(child, 'time') && this.drop()
					: this.drop();
			case 'advmod':
				if (child < verb || !/^RB/.test(tag) || CONNECTIVE.has(lemma.toLowerCase()))
					return undefined;
				return this.verbatim(child, 'adverbial') && this.drop();
			case 'xcomp':
				return this.xcomp(verb, child);
			case 'ccomp':
				if (REPORTING.test(doc.at(verb).lemma)) return 'inside another clause';
				return this.verbatim(child, 'object');
			case 'advcl':
				return this.adverbial(verb, child);
			default:
				return undefined;
		}
	}

	/** "For example" */
	private isExample(prep: number): boolean {
		const { doc } = this.context;
		const object = doc.child(prep, 'pobj');
		return object !== undefined && /^(example|instance)$/.test(doc.at(object).lemma);
	}

	private measures(verb: number, child: number): boolean {
		const { doc } = this.context;
		const next = doc.tokens[doc.subtree(child).end]?.text ?? '';
		return (
			/^(before|after|earlier|later|ago|since)$/i.test(next) ||
			doc
				.children(verb, 'advcl')
				.some((clause) => doc.subtree(clause).start === doc.subtree(child).start)
		);
	}

	private drop(): undefined {
		this.dropped++;
		return undefined;
	}

	private take(
		head: number,
		role: Role,
		preposition?: string,
		{ alone = false, listed = false } = {}
	): Loss | undefined {
		const made = nounSlots(this.context, head, role, { preposition, alone });
		if (!made.ok) return made.loss;
		if (made.slots.length) this.placed.push({ at: head, slots: made.slots.map(asPlace), listed });
		else this.dropped++;
		return undefined;
	}

	private phrase(verb: number, prep: number): Loss | undefined {
		const { doc } = this.context;
		const object = doc.child(prep, 'pobj');
		if (object === undefined)
			return doc.children(prep).length
				? this.verbatim(prep, 'adverbial') && this.drop()
				: undefined;
		const role: Role = doc.at(prep).dep === 'agent' ? 'agent' : 'oblique';
		const before = this.placed.length;
		const loss = this.list(object, role, doc.at(prep).text.toLowerCase());
		if (!loss) return undefined;
		// What stands close behind the verb belongs to what it says; the rest can go.
		const setting = /^(after|before|since|during|until|amid|despite|following|by|as)$/i.test(
			doc.at(prep).text
		);
		if (prep > verb && prep - verb < 3 && !setting) return loss;
		this.placed.length = before;
		return this.drop();
	}

	/** A phrase, or each of several names of one type. */
	private list(head: number, role: Role, preposition?: string): Loss | undefined {
		const { doc, names } = this.context;
		const heads = [head];
		for (let at = doc.child(head, 'conj'); at !== undefined; at = doc.child(at, 'conj'))
			heads.push(at);
		const types = new Set(
			heads.map((one) => names.entities.get(names.at.get(one)?.entity ?? '')?.type)
		);
		if (heads.slice(1).some((one) => /^not$/i.test(doc.at(doc.subtree(one).start).text)))
			return 'parse in doubt';
		if (heads.length === 1 || types.size > 1 || types.has(undefined))
			return this.take(head, role, preposition);
		for (const one of heads) {
			const loss = this.take(one, role, preposition, { alone: true, listed: one !== head });
			if (loss) return loss;
		}
		return undefined;
	}

	/** "wants to build ties": the verb goes on, and its phrases are the clause's. */
	private xcomp(verb: number, child: number): Loss | undefined {
		const { doc } = this.context;
		const to = doc.children(child, 'aux').find((i) => doc.at(i).tag === 'TO');
		const simple =
			to !== undefined &&
			child > verb &&
			this.infinitive === undefined &&
			doc.child(child, 'nsubj', 'nsubjpass', 'neg', 'auxpass') === undefined &&
			doc.children(child, 'aux').length === 1 &&
			doc.range({ start: to + 1, end: child }).every((i) => doc.at(i).head === child) &&
			doc.children(verb, 'dobj', 'prep').every((i) => i > child);
		if (!simple) return this.verbatim(child, 'object');
		const particle = doc.child(child, 'prt');
		const end = particle === child + 1 ? particle + 1 : child + 1;
		this.infinitive = doc.words({ start: to, end }).toLowerCase();
		return this.readAll(child);
	}

	private adverbial(verb: number, child: number): Loss | undefined {
		const { doc } = this.context;
		const led = doc
			.children(child, 'mark', 'advmod')
			.some((i) => i < child && /^(IN|WRB)$/.test(doc.at(i).tag));
		const purpose = doc.children(child, 'aux').some((i) => doc.at(i).tag === 'TO');
		// A participle's clause is a fact of its own.
		if (child < verb || !(led || purpose)) return this.drop();
		return this.verbatim(child, 'adverbial') && this.drop();
	}

	/** The words as they stand: adjectives, adverbs, short clauses. */
	private verbatim(child: number, role: Role): Loss | undefined {
		const { doc } = this.context;
		const span =
			/^(VERB|AUX)$/.test(doc.at(child).pos) || role === 'complement'
				? trimmed(this.context, child)
				: coreOf(doc, child);
		const conditional = doc.children(child, 'mark').some((i) => CONDITION.test(doc.at(i).text));
		const said =
			span.end - span.start > LONGEST || conditional ? undefined : spoken(this.context, span);
		if (
			said === undefined ||
			endsOpen(this.context, span) ||
			span.start < this.main !== child < this.main
		)
			return 'does not stand alone';
		const plain = textAt(doc, span);
		this.placed.push({
			at: child,
			listed: false,
			slots: [
				{ role, type: 'thing', ...plain, ...(said !== plain.text && { as: said }), asked: false }
			]
		});
		return undefined;
	}
}

/** The whole subtree without marks at its ends. */
function trimmed({ doc }: Context, head: number) {
	let { start, end } = doc.subtree(head);
	while (end > head + 1 && /^[,.;:!?”"’)–—-]$/.test(doc.at(end - 1).text)) end--;
	while (start < head && /^[,;:“"(–—-]$/.test(doc.at(start).text)) start++;
	return { start, end };
}

const asPlace = (slot: Slot): Slot =>
	slot.role === 'oblique' && PLACES.test(slot.type) && /^(in|at|on)$/.test(slot.preposition ?? '')
		? { ...slot, role: 'place' }
		: slot;
