import type { AnswerType } from '../fact';
import type { Span } from '$lib/article/article';
import type { Doc } from './doc';

const NOUNS: Partial<Record<AnswerType, string>> = {
	city: 'city town village capital municipality suburb port resort',
	country: 'country nation kingdom republic',
	place:
		'island river lake mountain region province district state county sea ocean valley desert bay peninsula neighborhood neighbourhood area park square street bridge tower palace castle temple museum volcano canyon forest cave beach airport station harbor harbour continent',
	organisation:
		'company firm bank agency group organization organisation university college party club newspaper magazine team charity institute school corporation manufacturer retailer airline network union association committee council ministry department band orchestra unit bloc alliance institution startup brand',
	product:
		'film movie series novel book song album play show game painting poem ship missile aircraft satellite rocket plane jet car phone shuttle spacecraft probe vessel telescope program software drug vaccine robot telescope plant database',
	event:
		'war battle festival tournament championship conference summit expedition mission revolution earthquake hurricane eruption treaty election ceremony crisis'
};
const TYPE_OF_NOUN = new Map<string, AnswerType>(
	Object.entries(NOUNS).flatMap(([type, nouns]) =>
		nouns.split(' ').map((noun) => [noun, type as AnswerType] as const)
	)
);
const PERSON =
	/^(president|minister|secretary|administrator|chancellor|professor|king|queen|prince|princess|emperor|pope|bishop|captain|general|colonel|ambassador|mayor|governor|senator|director|chief|head|chairman|chairwoman|chair|spokesman|spokeswoman|spokesperson|boss|owner|founder|coach|star|poet|artist|chef|student|pupil|nurse|judge|lawyer|curator|expert|host|hero|son|daughter|wife|husband|father|mother|brother|sister|man|woman|boy|girl|guy|athlete|analyst|journalist|scholar|pilot|astronaut|\w+(er|or|ist|ian|ant|eer))$/;

/** What a common noun says about the name it stands with: "the island of X", "X, a company", "the missile X". */
export interface ClassNoun {
	type: AnswerType;
	noun: string;
}

export const typeOfNoun = (noun: string): AnswerType | undefined =>
	TYPE_OF_NOUN.get(noun) ?? (PERSON.test(noun) ? 'person' : undefined);

/** The class nouns that stand with a name at tokens `span`. */
export function classNouns(doc: Doc, span: Span): ClassNoun[] {
	const inside = (i: number) => span.start <= i && i < span.end;
	const head =
		doc.range(span).find((i) => !inside(doc.at(i).head) || doc.at(i).head === i) ?? span.end - 1;
	const { dep, head: above } = doc.at(head);
	const nouns: number[] = [];
	// "X, a company", "the company, X"
	nouns.push(...doc.children(head, 'appos').filter((i) => !inside(i)));
	if (dep === 'appos') nouns.push(above);
	// "the missile X": a noun close before the name; "the X missile": the name before its noun
	const before = doc.tokens[span.start - 1];
	if (before?.tag === 'NN' && (before.head === head || inside(before.head)))
		nouns.push(span.start - 1);
	// "the X missile"; but "the Boston museum" is not called Boston
	const after =
		dep === 'compound' && above === span.end ? typeOfNoun(doc.at(above).lemma) : undefined;
	if (after === 'product' || after === 'event') nouns.push(above);
	// "the island of X"
	if (dep === 'pobj' && doc.at(above).text === 'of') {
		const of = doc.at(above).head;
		// "a summit of the organization" is not what that is called.
		if (/^(city|country|place)$/.test(typeOfNoun(doc.at(of).lemma) ?? '')) nouns.push(of);
	}
	// "X is a company"
	if (/^nsubj$/.test(dep) && doc.at(above).lemma === 'be')
		nouns.push(...doc.children(above, 'attr'));
	return nouns.flatMap((i) => {
		const { lemma, tag } = doc.at(i);
		const type = /^NN$/.test(tag) ? typeOfNoun(lemma) : undefined;
		// "the director of X" says nothing of X.
		return type &&
			!(type === 'person' && dep === 'pobj') &&
			!(type === 'person' && dep === 'compound')
			? [{ type, noun: lemma }]
			: [];
	});
}
