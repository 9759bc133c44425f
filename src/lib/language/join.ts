import type { Parsed, Token } from './parsed';

/** Parses of paragraphs, each with its place in `text`, as one: spans and heads count over the whole text. */
export function joinParsed(
	text: string,
	parts: readonly { parsed: Parsed; start: number }[]
): Parsed {
	const tokens: Token[] = [];
	const sentences: Parsed['sentences'] = [];
	for (const { parsed, start: from } of parts) {
		const base = tokens.length;
		for (const token of parsed.tokens)
			tokens.push({
				...token,
				start: token.start + from,
				end: token.end + from,
				head: token.head + base
			});
		for (const { start, end } of parsed.sentences)
			sentences.push({ start: start + base, end: end + base });
	}
	return { text, tokens, sentences };
}
