import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseDeck } from '$lib/formats/deck';
import { generate } from '$lib/questions/generate';
import type { Question } from '$lib/questions/question';
import { chooseQuiz } from '$lib/quiz/choose';
import { fromQuery } from '$lib/quiz/link';
import { expect } from './fixtures';

export const DECK = 'pakistan-azerbaijan';
export const ALL = 'choice.boolean.number.text.cloze.order.match';

/** The questions of a link, made here: the browser must come to the same. */
function quizOf(query: string): Question[] {
	const deck = parseDeck(readFileSync(`questions/${DECK}/deck.json`, 'utf8'));
	const plan = fromQuery(new URLSearchParams(query));
	if (!deck.ok || !plan) throw new Error('The deck or the link can’t be read.');
	return chooseQuiz(generate(deck.value, plan.seed), deck.value, plan);
}

export const main = (page: Page) => page.getByRole('main');

/** Opens the wall and gives the questions that it must show. */
export async function wall(page: Page, query: string): Promise<Question[]> {
	await page.goto(`/class/present?deck=${DECK}&${query}`);
	await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible();
	return quizOf(query);
}

/** Opens the test on paper and gives the questions that it must have. */
export async function paper(page: Page, query: string): Promise<Question[]> {
	await page.goto(`/class/print?deck=${DECK}&${query}`);
	await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
	return quizOf(query);
}
