import type { Article } from '$lib/article/article';
import type { Deck } from '$lib/facts/deck';
import type { GrindOptions, Progress, Shown } from '$lib/questions/grind';
import type { Result } from '$lib/result';

/** What a page asks of the worker. */
export type Request =
	| { type: 'load' }
	| { type: 'grind'; job: number; article: Article; options: GrindOptions }
	| { type: 'cancel'; job: number };

/** What became of an article, in shapes that can be sent. */
export interface Ground {
	deck: Deck;
	questions: Shown[];
	further: Shown[];
}

/** What the worker tells the page. */
export type Reply =
	| { type: 'loading'; received: number; total: number }
	| { type: 'loaded'; result: Result<{ kept: boolean }> }
	| { type: 'progress'; job: number; progress: Progress; found: string[] }
	| { type: 'done'; job: number; result: Result<Ground> };
