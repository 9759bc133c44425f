/** An answer that is wrong, could be right for who has not read, and why it is wrong. */
export interface Distractor {
	text: string;
	reason: string;
	/** Order of preference, higher first; from the article before the gazetteers. */
	weight: number;
	/** Whether it can be told from the article alone: it names this, or only one number can be true. */
	named: boolean;
	/** For numbers, years and months: the place among the options. */
	value?: number;
}
