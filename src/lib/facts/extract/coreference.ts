import type { Span } from '$lib/article/article';
import { firstNames, type Gender } from '$lib/language/gazetteers/first-names';
import { typeOfNoun } from './classes';
import type { Doc } from './doc';
import type { Names } from './names';

export interface Antecedents {
	/** Words that say whom a token means; '' where it means its own clause's subject and may stay. */
	antecedents: Map<number, string>;
	referents: Map<number, string>;
}

const HE = /^(he|him|his|himself)$/i;
const SHE = /^(she|her|hers|herself)$/i;
const IT = /^(it|its|itself)$/i;
const THEY = /^(they|them|their|themselves)$/i;
/** What is said of a name, not of what has it. */
const NAMING = /^(derive|mean|translate|refer|denote|stand|coin|spell|pronounce)$/;
/** Sentences that a pronoun may reach back over. */
const REACH = 2;

/** Whom pronouns mean, where that is nearly sure; all others stay open, and their clauses give no facts. */
export function resolve(doc: Doc, names: Names): Antecedents {
	const antecedents = new Map<number, string>();
	const referents = new Map<number, string>();
	const genders = new Map<string, Gender>();
	const count = new Map<string, number>();
	for (const mention of new Set(names.at.values()))
		count.set(mention.entity, (count.get(mention.entity) ?? 0) + 1);

	// "The Constitution", "our Constitution", whatever the model takes it for.
	const definite = new Map<string, number>();
	for (const { start, entity } of new Set(names.at.values()))
		if (/^(the|our|its|their)$/i.test(doc.tokens[start - 1]?.text ?? ''))
			definite.set(entity, (definite.get(entity) ?? 0) + 1);
	const isNobody = (id: string): boolean => 2 * (definite.get(id) ?? 0) > count.get(id)!;
	const persons = [...count]
		.filter(([id]) => names.entities.get(id)?.type === 'person' && !isNobody(id))
		.toSorted((a, b) => b[1] - a[1]);
	const [main, second] = persons;
	for (const [entity] of persons) {
		const { name } = names.entities.get(entity)!;
		const gender = firstNames.get(name.split(' ')[0]!);
		if (name.includes(' ') && gender && gender !== 'either') genders.set(entity, gender);
	}
	/** Whom a life is about: "he" is that one unless another was the subject just now. */
	const hero =
		names.hero ?? (main && main[1] >= 5 && main[1] >= 2 * (second?.[1] ?? 0) ? main[0] : undefined);

	const bracketed = bracketedIn(doc);
	const set = (token: number, entity: string) => {
		antecedents.set(token, spokenName(doc, names, entity));
		referents.set(token, entity);
	};

	doc.sentences.forEach((sentence, s) => {
		for (const i of doc.range(sentence)) {
			const { text, tag } = doc.at(i);
			if (tag !== 'PRP' && tag !== 'PRP$') continue;
			if (tag === 'PRP$' || /sel(f|ves)$/i.test(text)) {
				const owner = ownSubject(i);
				if (owner === 'it is') antecedents.set(i, '');
				if (owner !== 'it is not') continue;
			}
			if (HE.test(text) || SHE.test(text)) {
				// Whom a speaker means is somebody else's guess.
				if (doc.isQuoted(doc.at(i).start)) continue;
				const gender: Gender = HE.test(text) ? 'he' : 'she';
				const person = findPerson(i, s, gender);
				if (person === undefined) continue;
				genders.set(person, gender);
				set(i, person);
			} else if (IT.test(text) || THEY.test(text)) {
				const thing = findThing(i, s, THEY.test(text));
				if (thing !== undefined) set(i, thing);
			}
		}
	});
	return { antecedents, referents };

	function entityAt(token: number): string | undefined {
		return referents.get(token) ?? names.at.get(token)?.entity;
	}

	/** "Azerbaijan raised its exports": whether the owner is the subject of the same verb. */
	function ownSubject(i: number): 'it is' | 'it is not' | 'unsure' {
		for (let at = doc.at(i).head; ; at = doc.at(at).head) {
			const found = doc.child(at, 'nsubj', 'nsubjpass');
			// "Azerbaijan, which is raising its exports"
			const relative =
				found !== undefined && /^W(DT|P)$/.test(doc.at(found).tag) && doc.at(at).dep === 'relcl';
			const subject = relative ? doc.at(at).head : found;
			if (subject !== undefined && (relative || !doc.isAncestor(subject, i)))
				return fits(i, subject);
			if (subject !== undefined || doc.at(at).head === at) return 'it is not';
		}
	}

	function fits(pronoun: number, subject: number): 'it is' | 'it is not' | 'unsure' {
		const { text } = doc.at(pronoun);
		const { tag } = doc.at(subject);
		const entity = entityAt(subject);
		const type = entity === undefined ? undefined : names.entities.get(entity)?.type;
		const plural = /^(NNS|NNPS)$/.test(tag) || doc.child(subject, 'conj') !== undefined;
		const says = (yes: boolean) => (yes ? 'it is' : 'it is not');
		if (tag === 'PRP')
			return says(
				[HE, SHE, IT, THEY].some((set) => set.test(text) && set.test(doc.at(subject).text))
			);
		if (THEY.test(text)) return says(plural || type === 'organisation');
		if (IT.test(text)) return says(!plural && type !== 'person' && /^(NN|NNP|NNPS)$/.test(tag));
		// "A villager was pulled from his bed": his own, or the one's who tells it.
		if (type === undefined && tag === 'NN') return 'unsure';
		// "Domitian was killed by his freedmen", where Domitian is taken for a place.
		if (type !== 'person' && /^NNP$/.test(tag)) return 'unsure';
		return says(type === 'person');
	}

	function findPerson(i: number, s: number, gender: Gender): string | undefined {
		const scores = new Map<string, number>();
		const subjects = new Set<string>();
		const others = othersOf(i);
		for (let back = 0; back < REACH && s - back >= 0; back++)
			for (const token of doc.range(doc.sentences[s - back] as Span)) {
				if (token >= i) break;
				// "(born Ioseb Besarionis)" is said by the way.
				if (bracketed.has(token)) continue;
				const entity = entityAt(token);
				if (entity === undefined && (isSomebody(token) || isOpen(token, gender))) {
					const score = (/^nsubj/.test(doc.at(token).dep) ? 5 : 3) - 1.5 * back;
					scores.set('', Math.max(scores.get('') ?? -Infinity, score));
				}
				if (entity === undefined || names.entities.get(entity)?.type !== 'person') continue;
				if (genders.has(entity) && genders.get(entity) !== gender) continue;
				if (others.has(entity) || isNobody(entity)) continue;
				const salience = /^nsubj/.test(doc.at(token).dep) ? 5 : 2;
				if (salience > 2) subjects.add(entity);
				const score =
					(entity === hero ? 3 : 0) +
					salience -
					1.5 * back +
					0.2 * Math.min(10, count.get(entity) ?? 0);
				scores.set(entity, Math.max(scores.get(entity) ?? -Infinity, score));
			}
		// Also where not named for a while.
		const heroFits = hero !== undefined && (genders.get(hero) ?? gender) === gender;
		if (heroFits && !scores.has(hero) && !others.has(hero))
			scores.set(hero, 5 - 1.5 * REACH + 0.2 * Math.min(10, count.get(hero) ?? 0));
		const [best, next] = [...scores].toSorted((a, b) => b[1] - a[1]);
		if (!best?.[0] || (next && best[1] - next[1] < 2)) return undefined;
		// "They included Devin Thurlow. She …": whether Devin is a woman nobody has said.
		const [found] = best;
		return genders.has(found) || subjects.has(found) || found === hero ? found : undefined;
	}

	/** A pronoun before it of which nobody knows whom it means: the next may mean the same. */
	function isOpen(token: number, gender: Gender): boolean {
		return (gender === 'he' ? HE : SHE).test(doc.at(token).text) && antecedents.get(token) !== '';
	}

	/** Who it can't be: "he taunted Butler" is not about Butler, nor is "Butler taunted him". */
	function othersOf(i: number): Set<string> {
		const { dep, head, tag } = doc.at(i);
		const others = new Set<string>();
		if (tag === 'PRP$') return others;
		if (/^nsubj/.test(dep))
			for (const token of doc.range(doc.subtree(head))) {
				const entity = token > i ? entityAt(token) : undefined;
				if (entity !== undefined) others.add(entity);
			}
		const verb = dep === 'pobj' ? doc.at(head).head : head;
		// "Hobhouse, who taught him", "Clare, whom he was to meet"
		const relative = [verb, doc.at(verb).head].find((at) => doc.at(at).dep === 'relcl');
		const clause = relative === undefined ? undefined : doc.at(relative).head;
		const own = clause === undefined ? undefined : entityAt(clause);
		if (own !== undefined) others.add(own);
		const subject = /^(dobj|dative|pobj)$/.test(dep)
			? doc.child(verb, 'nsubj', 'nsubjpass')
			: undefined;
		const entity = subject === undefined ? undefined : entityAt(subject);
		if (entity !== undefined) others.add(entity);
		return others;
	}

	/** "A scientist", "the reader": a person without a name, whom the pronoun may mean as well. */
	function isSomebody(token: number): boolean {
		const { tag, dep, lemma, head } = doc.at(token);
		return (
			tag === 'NN' &&
			!/^(attr|appos|compound|nmod)$/.test(dep) &&
			!(dep === 'pobj' && /^as$/i.test(doc.at(head).text)) &&
			typeOfNoun(lemma) === 'person' &&
			doc.children(token, 'appos').length === 0
		);
	}

	/** The subject before it in the sentence, or that of the sentence before; only where that is a name. */
	function findThing(i: number, s: number, plural: boolean): string | undefined {
		if (doc.at(i).tag === 'PRP$' || !/^nsubj/.test(doc.at(i).dep) || plural) return undefined;
		// "It is a long way": about nothing before.
		if (doc.at(doc.at(i).head).lemma === 'be') return undefined;
		const subjects = (sentence: Span, before: number) =>
			doc.range(sentence).filter((token) => token < before && /^nsubj/.test(doc.at(token).dep));
		const viewer = viewerBefore(doc.sentences[s] as Span, i);
		if (viewer !== undefined) return viewer;
		const here = subjects(doc.sentences[s] as Span, i).at(-1);
		const there = s > 0 ? subjects(doc.sentences[s - 1] as Span, i)[0] : undefined;
		const subject = here ?? there;
		if (subject === undefined) return undefined;
		// "The 2010 Claxton Shield" is not the shield, and "it derives from the German term" is about a word.
		if (isNarrowed(subject) || NAMING.test(doc.at(doc.at(i).head).lemma)) return undefined;
		const entity = entityAt(subject);
		if (entity === undefined || othersOf(i).has(entity)) return undefined;
		const type = names.entities.get(entity)?.type;
		return type && /^(organisation|country|city|place|product|event)$/.test(type)
			? entity
			: undefined;
	}

	function isNarrowed(subject: number): boolean {
		const mention = names.at.get(subject);
		return (
			mention !== undefined &&
			doc
				.children(subject, 'amod', 'nummod', 'compound', 'nmod', 'poss')
				.some((i) => i < mention.start || i >= mention.end)
		);
	}

	/** "From Baku’s perspective, it wants": Baku does. */
	function viewerBefore(sentence: Span, i: number): string | undefined {
		const view = doc
			.range({ start: sentence.start, end: i })
			.find((at) => /^(perspective|view|viewpoint|standpoint|side)$/.test(doc.at(at).lemma));
		const owner = view === undefined ? undefined : doc.child(view, 'poss');
		const opens = owner !== undefined && doc.subtree(owner).start === sentence.start + 1;
		return opens ? entityAt(owner) : undefined;
	}
}

/** Tokens inside round brackets that close again in their sentence. */
function bracketedIn(doc: Doc): Set<number> {
	const inside = new Set<number>();
	for (const sentence of doc.sentences) {
		let open: number | undefined;
		for (const i of doc.range(sentence)) {
			if (doc.at(i).text === '(') open ??= i;
			else if (doc.at(i).text === ')' && open !== undefined) {
				for (const token of doc.range({ start: open, end: i })) inside.add(token);
				open = undefined;
			}
		}
	}
	return inside;
}

/** The name as the text uses it: "the Silk Road", "Chitwan National Park". */
export function spokenName(doc: Doc, names: Names, entity: string): string {
	const { name, type } = names.entities.get(entity)!;
	if (/^the /i.test(name)) return name;
	if (type === 'country' && /^(United|Netherlands|Philippines|Bahamas|Maldives)/.test(name))
		return `the ${name}`;
	const all = [...new Set(names.at.values())].filter((mention) => mention.entity === entity);
	const definite = all.filter(
		({ start, end }) =>
			/^the$/i.test(doc.at(start).text) ||
			(/^the$/i.test(doc.tokens[start - 1]?.text ?? '') && doc.at(start - 1).head < end)
	);
	return type !== 'person' && definite.length > all.length / 2 ? `the ${name}` : name;
}
