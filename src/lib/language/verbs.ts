/** English verb forms. Irregular forms after Quirk et al. 1985, §3.11–20; the rest by rule (§3.5–10). */
export interface VerbForms {
	base: string;
	/** Third person singular, present: recognizes. */
	third: string;
	past: string;
	participle: string;
	gerund: string;
}

// base past participle; a missing participle equals the past.
const IRREGULAR = new Map(
	`arise arose arisen|awake awoke awoken|bear bore born|beat beat beaten|become became become|begin began begun|
bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|
bring brought|broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught|choose chose chosen|
cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn|
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|
flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast|foresee foresaw foreseen|
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|
grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|
kneel knelt|know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|light lit|lose lost|
make made|mean meant|meet met|mislead misled|mistake mistook mistaken|outdo outdid outdone|overcome overcame overcome|
overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proved proven|put put|quit quit|read read|
rebuild rebuilt|repay repaid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|
seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|
shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|
spend spent|spin spun|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|
sting stung|strike struck|strive strove striven|swear swore sworn|sweep swept|swell swelled swollen|swim swam swum|
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|
undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|upset upset|
wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|
withhold withheld|withstand withstood|write wrote written`
		.replaceAll('\n', '')
		.split('|')
		.map((line) => {
			const [base = '', past = '', participle = past] = line.split(' ');
			return [base, { past, participle }] as const;
		})
);

// Verbs of more than one syllable, stressed on the last: the consonant doubles.
const DOUBLING = new Set(
	'admit allot commit compel confer control defer deter dispel emit equip excel expel incur occur omit patrol permit propel rebel recur refer regret submit transfer transmit'.split(
		' '
	)
);

const VOWEL = /[aeiou]/;
const doubles = (base: string): boolean =>
	DOUBLING.has(base) ||
	(/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base) && base.length > 2) ||
	/^[^aeiou]*qu[aeiou][^aeiouwxy]$/.test(base);

const withEd = (base: string): string => {
	if (base.endsWith('e')) return `${base}d`;
	if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
	return `${doubles(base) ? base + base.at(-1) : base}${/c$/.test(base) ? 'k' : ''}ed`;
};
const withIng = (base: string): string => {
	if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
	if (base.endsWith('e') && !/[eoy]e$/.test(base) && VOWEL.test(base.slice(0, -1)))
		return `${base.slice(0, -1)}ing`;
	return `${doubles(base) ? base + base.at(-1) : base}${/c$/.test(base) ? 'k' : ''}ing`;
};
const withS = (base: string): string => {
	if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
	return /(s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`;
};

/** All forms but those of `be`, which has more of them: see `verbGroup`. */
export function verbForms(base: string): VerbForms {
	if (base === 'have')
		return { base, third: 'has', past: 'had', participle: 'had', gerund: 'having' };
	const irregular = IRREGULAR.get(base);
	const regular = irregular ? undefined : withEd(base);
	return {
		base,
		third: withS(base),
		past: irregular?.past ?? regular ?? base,
		participle: irregular?.participle ?? regular ?? base,
		gerund: withIng(base)
	};
}
