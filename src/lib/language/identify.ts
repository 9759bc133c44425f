/** Which language a text is in, by its commonest words and its script: enough to say what the parser can't read. */

const COMMON: Record<string, string> = {
	English:
		'the of and to in a is that for it was on with as be by at from this have are not which but his they or an were had has their he she you will would been said who its more when one about there can after also into than first',
	German:
		'der die das und ist in den von zu mit nicht auf ein eine dem des im für sich auch als es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
	French:
		'le la les de des et est en un une du dans que qui pour pas sur au avec par plus ce il se sont ne été à son sa mais aux cette ou ses comme leur',
	Spanish:
		'el la los las de y en que un una es por con para del se no al su como más lo fue pero sus le ha este son entre era está también',
	Italian:
		'il la le di che e in un una per è non con del della si dei da al alla sono nel ha gli lo anche come più delle ma su i',
	Portuguese:
		'o a os as de e em que um uma do da no na para com não por mais se dos como foi ao das é ou seu sua à são',
	Dutch:
		'de het een van en in is dat op te zijn met voor niet aan er ook door als bij maar om uit naar over hij wordt deze werd nog',
	Polish:
		'i w na z do się nie że jest o to jak po od przez za dla ale był oraz który przy są co jego czy lub',
	Turkish:
		've bir bu için ile da de olarak olan en daha çok gibi kadar sonra ise ancak ne var olduğu her türk iki ya',
	Swedish:
		'och i att det som en på är av för med den till inte om ett var de har från men vid kan under efter'
};
const LISTS = Object.entries(COMMON).map(
	([language, words]) => [language, new Set(words.split(' '))] as const
);
const SCRIPTS: [RegExp, string][] = [
	[/\p{Script=Cyrillic}/gu, 'a language in Cyrillic script'],
	[/\p{Script=Arabic}/gu, 'a language in Arabic script'],
	[/\p{Script=Hebrew}/gu, 'Hebrew'],
	[/\p{Script=Greek}/gu, 'Greek'],
	[/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'Chinese or Japanese'],
	[/\p{Script=Hangul}/gu, 'Korean'],
	[/\p{Script=Devanagari}/gu, 'a language in Devanagari script'],
	[/\p{Script=Thai}/gu, 'Thai']
];
/** Words that are looked at. */
const SAMPLE = 3000;

/** "English", "German", "a language in Cyrillic script"; `undefined` where there are too few words to tell. */
export function identifyLanguage(text: string): string | undefined {
	const sample = text.slice(0, SAMPLE * 8);
	const letters = sample.match(/\p{L}/gu)?.length ?? 0;
	if (!letters) return undefined;
	for (const [script, language] of SCRIPTS)
		if ((sample.match(script)?.length ?? 0) > letters / 2) return language;
	const words = (sample.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, SAMPLE);
	if (words.length < 20) return undefined;
	const shares = LISTS.map(
		([language, list]) =>
			[language, words.filter((word) => list.has(word)).length / words.length] as const
	).toSorted((a, b) => b[1] - a[1]);
	const [best] = shares;
	return best && best[1] >= 0.12 ? best[0] : undefined;
}
