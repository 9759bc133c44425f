import type { Deck } from '$lib/facts/deck';
import { generate } from '$lib/questions/generate';
import type { Question } from '$lib/questions/question';
import { chooseQuiz, type QuizPlan } from '$lib/quiz/choose';
import { fromQuery } from '$lib/quiz/link';
import { fail, ok, type Result } from '$lib/result';
import { isHttpError } from '@sveltejs/kit';
import { findDeck } from '../decks';

/** A quiz for a class, as its link names it. */
export interface LaidOut {
	deck: Deck;
	plan: QuizPlan;
	questions: Question[];
}

/** A deck by its slug, or a sentence that says why it is not to be had. */
export async function deckNamed(slug: string): Promise<Result<Deck>> {
	try {
		const deck = await findDeck(slug, fetch);
		if (deck) return ok(deck);
	} catch (error) {
		const message = isHttpError(error)
			? error.body.message
			: 'This deck could not be read. Load the page again.';
		return fail({ code: 'deck-unread', message });
	}
	return fail({
		code: 'no-such-deck',
		message: `There is no deck “${slug}” on this device. Open its file from the library, then this link again.`
	});
}

/** The questions of a link, in their order; or a sentence that says what the link lacks. */
export async function layOut(query: URLSearchParams): Promise<Result<LaidOut>> {
	const slug = query.get('deck');
	if (!slug)
		return fail({
			code: 'no-deck',
			message: 'This address names no deck. Choose one, and how many questions to ask.'
		});
	const deck = await deckNamed(slug);
	if (!deck.ok) return deck;
	const plan = fromQuery(query);
	if (!plan)
		return fail({
			code: 'no-seed',
			message:
				'This address names a deck, but not which of its questions. It may have been cut short.'
		});
	const questions = chooseQuiz(generate(deck.value, plan.seed), deck.value, plan);
	if (questions.length === 0)
		return fail({
			code: 'no-questions',
			message:
				'This address asks for kinds of questions, or for a part of the article, that yield none.'
		});
	return ok({ deck: deck.value, plan, questions });
}
