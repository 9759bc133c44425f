/** No heading, question, numbered point, line of a table of dates or licence. */
export const isSentence = (written: string): boolean =>
	/[.!]["”]?$/.test(written) &&
	!/licen[sc]ed under/i.test(written) &&
	!/[?]|^\(?\d\)|^\d{3,4} ?[–—:] |^so too\b|\n/i.test(written);

/** The words without marks that the cuts left over; `undefined` where a quotation is torn. */
export function tidy(words: string): string | undefined {
	const plain = words
		.replace(/ \(see [^()]*\)| ?\[\d+\]/g, '')
		.replace(/ +/g, ' ')
		.replace(/ (?=[,.!](?:["”\s]|$))/g, '')
		.replace(/,(?=[,.!])|\.(?=\.$)/g, '')
		.replace(/[,:\s–—-]+(?=\.?$)|^[,\s]+/g, '')
		.trim();
	if ((plain.match(/["“”]/g)?.length ?? 0) % 2 === 1 || /^["“][^"”]*["”]\.?$/.test(plain))
		return undefined;
	return (
		plain.replace(/^["“]?./u, (first) => first.toUpperCase()) +
		(/[.!]["”]?$/.test(plain) ? '' : '.')
	);
}
