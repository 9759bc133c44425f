import { typeOfNoun } from './classes';
import type { Context } from './context';
import type { Mention } from './names';

/** Words of other languages inside names. */
const INNER =
	/\p{Lu}\p{L}* (?:do|dos|da|de|del|di|du|la|le|el|al|von|van|der|den|es|y|e|&|and) $|[-–’']\p{L}* ?$/u;
const KNOWN =
	/^(US|USA|UK|UN|EU|UAE|USSR|NATO|NASA|BBC|CNN|FBI|CIA|WHO|IBM|MIT|UNESCO|UNICEF|FIFA|OPEC)$/;
/** Short for a name that stood before: "the Society". */
const COMMON =
	/^(society|lodge|church|states?|government|court|council|(north|south|mid)?(east|west)?(ern)?|bible|park|river|lake|city|university|college|company|board|committee|association|union|party|congress|senate|house|palace|museum|cent(er|re)|act|bill|constitution|school|hall|club|league|army|navy)$/i;
const PLACE = /^(place|city|country)$/;
const BODY = /university|college|school|institute|foundation|museum|society|association|academy/i;

/**
 * Whether a mention is a whole name: "Jahan Square" of "Naqsh-e Jahan Square", "Visual Arts" of "the Andy Warhol
 * Foundation for the Visual Arts" and "Peter" for "Peter Lang" are not; "President Obama" has his title before him.
 */
export function isWhole({ doc, names }: Context, mention: Mention): boolean {
	const { start, end, entity } = mention;
	const isName = (i: number): boolean => {
		const token = doc.tokens[i];
		if (!token || names.at.has(i)) return false;
		return /^NNPS?$/.test(token.tag) && /^\p{Lu}/u.test(token.text);
	};
	const words = doc.words(mention);
	const the = /^the$/i.test(doc.tokens[start - 1]?.text ?? '');
	if (
		/\b(of|the|and|for|in|No)$|^(North|South|East|West)\w* of /i.test(words) ||
		(the && COMMON.test(words))
	)
		return false;
	const place = doc.place(mention);
	const before = doc.text.slice(Math.max(0, place.start - 24), place.start);
	const titled = typeOfNoun(doc.tokens[start - 1]?.lemma.toLowerCase() ?? '') === 'person';
	const opens = start - 1 === doc.sentenceOf(start).start;
	if (isName(end) || /^[-–’]$/.test(doc.tokens[end]?.text ?? '') || INNER.test(before))
		return false;
	if (isName(start - 1) && !titled && !opens) return false;
	const { name, type } = names.entities.get(entity)!;
	// "The Russian Social Democratic Labour Party"
	const called = doc.tokens[start - 1];
	if (type !== 'person' && called?.entity === 'NORP' && !opens) return false;
	// A first name alone: of whom?
	if (type === 'person' && name !== words && name.startsWith(`${words} `)) return false;
	const preposition = afterArticle(start - 1);
	const owner = names.at.get(preposition - 1);
	// "The Sorbonne in Paris": where it lies, not what is told of it.
	if (/^(in|at)$/.test(doc.tokens[preposition]?.text ?? '') && owner && PLACE.test(type))
		return false;
	if (/^(of|for)$/.test(doc.tokens[preposition]?.text ?? '') && owner && owner.entity !== entity)
		return false;
	const next = doc.tokens[end]?.text ?? '';
	const work = !/^(person|country|city)$/.test(type);
	const goesOn = isName(/^the$/i.test(doc.tokens[end + 1]?.text ?? '') ? end + 2 : end + 1);
	if (work && goesOn && /^(of|by)$/.test(next)) return false;
	// "SSS" is known to who has read on.
	if (/^\p{Lu}{2,5}s?$/u.test(name) && !KNOWN.test(name)) return false;
	const rest = names.at.get(/^the$/i.test(doc.tokens[end + 1]?.text ?? '') ? end + 2 : end + 1);
	return !(rest && (/^(of|for)$/.test(next) || (/^(at|in)$/.test(next) && BODY.test(words))));

	function afterArticle(i: number): number {
		return /^the$/i.test(doc.tokens[i]?.text ?? '') ? i - 1 : i;
	}
}
