import type { Span } from '$lib/article/article';

/** One token of a text; `head` is an index into the same list, its own for the root of a sentence. */
export interface Token extends Span {
	text: string;
	/** Dictionary form: "were" → `be`. */
	lemma: string;
	/** Penn Treebank tag: `NNP`, `VBD`. */
	tag: string;
	/** Universal part of speech: `PROPN`, `VERB`. */
	pos: string;
	head: number;
	/** ClearNLP label of the arc from the head: `nsubj`, `dobj`, `pobj`, `ROOT`. */
	dep: string;
	/** Type of the name or figure that the token belongs to, OntoNotes 5: `PERSON`, `GPE`, `DATE`; else ''. */
	entity: string;
	/** First token of its name. */
	entityStart: boolean;
	/** Probability of the arc, from 0 to 1, as the parser saw it when it drew it. */
	arc: number;
}

/** Tokens and sentences of a text. Spans of tokens are UTF-16 units of `text`; those of sentences are tokens. */
export interface Parsed {
	text: string;
	tokens: Token[];
	sentences: Span[];
}
