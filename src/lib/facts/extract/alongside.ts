import type { Context } from './context';

/** Names that a verb's phrase is said to go "along with", after a comma: they answer as well as the ones in it. */
export function alongside({ doc, names }: Context, verb: number): number[] {
	const { end } = doc.subtree(verb);
	const with_ = doc.range({ start: verb + 1, end }).find((i) => {
		const { text, dep, head } = doc.at(i);
		return (
			dep === 'prep' &&
			/^with$/i.test(text) &&
			head === i - 1 &&
			/^(along|together)$/i.test(doc.at(head).text) &&
			doc.tokens[head - 1]?.text === ','
		);
	});
	const found: number[] = [];
	for (let at = with_ === undefined ? undefined : doc.child(with_, 'pobj'); at !== undefined;) {
		if (!names.at.has(at)) return [];
		found.push(at);
		at = doc.child(at, 'conj');
	}
	return found;
}
