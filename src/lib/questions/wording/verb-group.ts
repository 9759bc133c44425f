import type { Predicate } from '$lib/facts/fact';
import { verbForms } from '$lib/language/verbs';

/** A finite verb group in pieces, so that a question can put the subject between them. */
export interface VerbGroup {
	/** First auxiliary (`has`, `was`, `did`), or the verb `be` itself. */
	auxiliary: string;
	/** The rest with adverb, particle and infinitive: `reportedly drafted`. */
	rest: string;
	/** The group where nothing is inverted: `drafted`, `has reportedly drafted`. */
	whole: string;
}

type Part = 'finite' | 'base' | 'participle' | 'gerund';

const BE = { base: 'be', participle: 'been', gerund: 'being' };

function form(lemma: string, part: Part, tense: Predicate['tense'], plural: boolean): string {
	if (lemma === 'be') {
		if (part !== 'finite') return BE[part];
		return tense === 'past' ? (plural ? 'were' : 'was') : plural ? 'are' : 'is';
	}
	const forms = verbForms(lemma);
	if (part !== 'finite') return forms[part];
	return tense === 'past' ? forms.past : plural ? forms.base : forms.third;
}

const join = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' ');

/** The verb group for a third-person subject. After Quirk et al. 1985, §3.54 (verb phrase), §3.37 (do-support). */
export function verbGroup(predicate: Predicate, plural: boolean): VerbGroup {
	const { tense, modal, adverb } = predicate;
	const negation = predicate.polarity === 'negative' ? 'not' : undefined;
	const tail = join(predicate.particle, predicate.infinitive);

	const verbs: { lemma: string; next: Part }[] = [];
	if (predicate.aspect.startsWith('perfect')) verbs.push({ lemma: 'have', next: 'participle' });
	if (predicate.aspect.endsWith('progressive')) verbs.push({ lemma: 'be', next: 'gerund' });
	if (predicate.voice === 'passive') verbs.push({ lemma: 'be', next: 'participle' });
	verbs.push({ lemma: predicate.lemma, next: 'base' });

	const words: string[] = modal ? [modal] : [];
	let part: Part = modal ? 'base' : 'finite';
	for (const { lemma, next } of verbs) {
		words.push(form(lemma, part, tense, plural));
		part = next;
	}
	const [first = '', ...others] = words;
	if (others.length === 0 && predicate.lemma !== 'be') {
		const auxiliary = form('do', 'finite', tense, plural);
		const rest = join(negation, adverb, predicate.lemma, tail);
		return {
			auxiliary,
			rest,
			whole: negation ? join(auxiliary, rest) : join(adverb, first, tail)
		};
	}
	const rest = join(negation, adverb, ...others, tail);
	return { auxiliary: first, rest, whole: join(first, rest) };
}
