/** Words that tie a sentence to what stands before it. */
export const TYING =
	/^(another|others?|former|latter|such|subsequently|again|here|soon|these|those|this|similarly|likewise|respectively|following|previous|previously|next|same|otherwise|theirs|hers|ours)$/i;
/** Words that tie it and say nothing else: they can go. */
export const LOOSE =
	/^(meanwhile|instead|therefore|thus|hence|nevertheless|nonetheless|furthermore|moreover|additionally|consequently|finally|eventually|afterwards?|then)$/i;
/** Nothing is lost without these, between commas or at the beginning. */
const TIES =
	'however|for example|for instance|also|too|in turn|meanwhile|instead|therefore|thus|hence|then|in fact|indeed|of course|by contrast|in contrast|on the other hand|on the contrary|conversely|similarly|likewise|nevertheless|nonetheless|moreover|furthermore|in addition|additionally|as a result|accordingly|consequently|to be sure|after all|in the end|in the meantime|at the same time|eventually|finally';
export const OPENING = new RegExp(
	String.raw`^(?:(?:(?:figure|fig\.|table) [\d.]+[.:]?|but,?|and,?|yet,?|or,?|however,?|also,?|therefore,?|nevertheless,?|moreover,?|furthermore,?|additionally,?|for example,?|for instance,?|consequently,?) |(?:${TIES}|so|yes|no|well|first(?!, second)|second|third|firstly|secondly|thirdly|last|lastly|specifically|more specifically|in particular|above all|more importantly|unfortunately|fortunately|surprisingly|in other words|that is|as such|as (?:outlined|noted|mentioned|described|discussed|shown|stated|explained|seen|indicated)(?: above| earlier| before| previously)?|even so|still|later), )+`,
	'i'
);
export const INSIDE = new RegExp(
	`, (?:${TIES})(?:,|(?=\\.$))|(?<!not only .*) also(?= )|(?:,? too| as well)(?=[.,])`,
	'g'
);
/** Beside the main verb they only tie it on. */
export const SLACK =
	/^(then|now|instead|also|thus|therefore|however|eventually|finally|later|immediately)$/i;
