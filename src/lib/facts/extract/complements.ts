import type { Role, Slot } from '../fact';
import { alongside } from './alongside';
import { REPORTING } from './attribution';
import type { Context, Loss } from './context';
import type { Doc } from './doc';
import { asPlace, nounSlots } from './phrases';
import { CONNECTIVE } from './predicate';
import { coreOf, endsOpen, spoken, textAt } from './spans';
import { isMeans } from './subjects';

/** Longest clause or phrase that a question can carry along, in tokens; and a statement that is never asked. */
const LONGEST = 14;
const LONGEST_PLAIN = 30;
const CONDITION = /^(if|unless|whether|lest|though|although|whereas)$/i;

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
	reader.readAlongside();
	const { placed, infinitive, dropped } = reader;
	return { ok: true, placed, dropped, ...(infinitive !== undefined && { infinitive }) };
}

interface Taken {
	alone?: boolean;
	listed?: boolean;
	without?: number;
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

	/** "Chose Islamabad, along with Moscow": both were chosen. */
	readAlongside(): void {
		const { doc, names } = this.context;
		const heads = alongside(this.context, this.main);
		const typeAt = (i: number) => names.entities.get(names.at.get(i)?.entity ?? '')?.type;
		const to = heads.length
			? this.placed.findIndex(
					({ at, slots }) =>
						slots.length === 1 &&
						doc.at(at).dep === 'dobj' &&
						heads.every((head) => typeAt(head) === typeAt(at))
				)
			: -1;
		if (to < 0) return;
		const rest = this.placed.splice(to + 1);
		for (const head of heads) this.take(head, 'object', undefined, { alone: true, listed: true });
		this.placed.push(...rest);
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
				// "Thus far only one has been reached"
				if (this.context.plain && /^far$/i.test(lemma) && doc.child(child, 'advmod') !== undefined)
					return this.verbatim(child, 'adverbial') && this.drop();
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
		{ alone = false, listed = false, without }: Taken = {}
	): Loss | undefined {
		const made = nounSlots(this.context, head, role, {
			preposition,
			alone,
			...(without !== undefined && { without })
		});
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
		const preposition = doc.at(prep).text.toLowerCase();
		// "Ventures under which firms would build": they would under the ventures.
		const about = isRelative(doc, verb, object) ? doc.at(verb).head : undefined;
		const loss =
			about === undefined
				? this.list(object, role, preposition)
				: this.take(about, role, preposition, { without: verb });
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
		// What is denied is a statement of its own.
		const [last] = this.context.plain && heads.length > 1 ? heads.slice(-1) : [];
		if (last !== undefined && isDenied(doc, last)) {
			heads.pop();
			if (heads.length === 1) return this.take(head, role, preposition, { alone: true });
		}
		const types = new Set(
			heads.map((one) => names.entities.get(names.at.get(one)?.entity ?? '')?.type)
		);
		if (heads.slice(1).some((one) => isDenied(doc, one))) return 'parse in doubt';
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
		// "Seems to have been reached"
		const longer = this.context.plain ? ['neg'] : ['neg', 'auxpass'];
		const simple =
			to !== undefined &&
			child > verb &&
			this.infinitive === undefined &&
			doc.child(child, 'nsubj', 'nsubjpass', ...longer) === undefined &&
			(this.context.plain || doc.children(child, 'aux').length === 1) &&
			doc.range({ start: to + 1, end: child }).every((i) => doc.at(i).head === child) &&
			doc.children(verb, 'dobj', 'prep', 'agent').every((i) => i > child);
		// "The strategy that they use to build ships"
		if (isMeans(doc, verb)) return this.verbatim(child, 'adverbial');
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
		const { plain } = this.context;
		const conditional =
			!plain && doc.children(child, 'mark').some((i) => CONDITION.test(doc.at(i).text));
		const long = span.end - span.start > (plain ? LONGEST_PLAIN : LONGEST);
		const said = long || conditional ? undefined : spoken(this.context, span);
		if (
			said === undefined ||
			endsOpen(this.context, span) ||
			span.start < this.main !== child < this.main
		)
			return 'does not stand alone';
		const own = textAt(doc, span);
		this.placed.push({
			at: child,
			listed: false,
			slots: [{ role, type: 'thing', ...own, ...(said !== own.text && { as: said }), asked: false }]
		});
		return undefined;
	}
}

/** The "which" of a relative clause, after its preposition. */
const isRelative = (doc: Doc, verb: number, object: number): boolean =>
	doc.at(verb).dep === 'relcl' && /^(which|whom)$/i.test(doc.at(object).text);

/** "Armenia, but not Azerbaijan" */
export const isDenied = (doc: Doc, conjunct: number): boolean =>
	/^not$/i.test(doc.at(doc.subtree(conjunct).start).text);

/** The whole subtree without marks at its ends. */
function trimmed({ doc }: Context, head: number) {
	let { start, end } = doc.subtree(head);
	while (end > head + 1 && /^[,.;:!?”"’)–—-]$/.test(doc.at(end - 1).text)) end--;
	while (start < head && /^[,;:“"(–—-]$/.test(doc.at(start).text)) start++;
	return { start, end };
}
