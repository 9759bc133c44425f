/** What the app is for, from beginning to end, in whatever engine: read, quiz, power gone, review. */
import { deepEqual, equal, match, notDeepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseDeck } from '$lib/formats/deck';
import { generate } from '$lib/questions/generate';
import type { Question } from '$lib/questions/question';
import { chooseQuiz } from '$lib/quiz/choose';
import { fromQuery } from '$lib/quiz/link';
import type { Sitting } from '$lib/quiz/sitting';
import type { Driver, Journey } from './engines/driver';

const DECK = 'pakistan-azerbaijan';
const LINK = 'seed=journey&length=10&kinds=choice.boolean.number.text.cloze';
const MISSED = [3, 7]; // counted from 0

/** The quiz of the link, made here: the browser must come to the same. */
function quizOfLink(): Question[] {
	const deck = parseDeck(readFileSync(`questions/${DECK}/deck.json`, 'utf8'));
	const plan = fromQuery(new URLSearchParams(LINK));
	if (!deck.ok || !plan) throw new Error('The deck or the link of the journey can’t be read.');
	return chooseQuiz(generate(deck.value, plan.seed), deck.value, plan);
}

export const journey: Journey = async (driver, step) => {
	await step('the article is there to be read, its facts marked on demand', async () => {
		await driver.goto('/');
		await driver.until(isAlive);
		await driver.click('link', 'Read first');
		match(await driver.text('article'), /^The last 12 months have seen/);
		await driver.click('checkbox', 'Mark the facts');
		ok(await driver.until(() => document.querySelectorAll('mark.fact').length > 50));
	});

	await step('the app is stored for offline use', async () => {
		await driver.until(() => navigator.serviceWorker.controller?.state === 'activated');
	});

	const missed: Question[] = [];
	await step('a quiz of ten is taken; every answer shows its sentence and is saved', async () => {
		await driver.goto(`/quiz/${DECK}/sit?${LINK}`);
		const quiz = quizOfLink();
		equal(quiz.length, 10);
		for (const [n, asked] of quiz.entries()) {
			await asks(driver, asked);
			const wrong = MISSED.includes(n);
			if (wrong) missed.push(asked);
			await answer(driver, asked, !wrong);
			const proof = await driver.text('.proof mark');
			ok(
				asked.evidence.some((quote) => quote.quote.startsWith(proof)),
				proof
			);
			match(await driver.text('.verdict'), wrong ? /^(Not quite|It is)/ : /^Right/);
			await driver.until(() => document.body.textContent?.includes('Saved on this device.'));
			await driver.press('Enter');
		}
		equal(await headline(driver, / of ten$/), 'Eight of ten');
	});

	await step('the server gone and the browser killed, it starts again without either', async () => {
		await driver.stopServer();
		await driver.kill();
		await driver.restart();
		await driver.goto('/review');
		equal(await headline(driver, /due/), 'Two facts are due');
	});

	await step('both missed facts are asked again, by other questions', async () => {
		await driver.click('button', 'Ask me these');
		await driver.until(() => location.pathname === '/review/sit');
		const questions = (await driver.until(openReview)) ?? [];
		const facts = (of: Question[]) => of.map((question) => question.factId).sort();
		deepEqual(facts(questions), facts(missed));
		for (const question of questions) {
			const before = missed.find((one) => one.factId === question.factId);
			notDeepEqual([question.kind, question.stem], [before?.kind, before?.stem]);
		}
		for (const asked of questions) {
			await asks(driver, asked);
			await answer(driver, asked, true);
			match(await driver.text('.verdict'), /^Right/);
			await driver.until(() => document.body.textContent?.includes('Saved on this device.'));
			await driver.press('Enter');
		}
		equal(await headline(driver, / of two$/), 'Two of two');
	});

	await step('then nothing is due any more', async () => {
		await driver.goto('/review');
		equal(await headline(driver, /Nothing/), 'Nothing is due today');
	});
};

const isAlive = () =>
	!!document.querySelector('#svelte-announcer') && !!document.querySelector('h1');

const headline = (driver: Driver, wanted: RegExp): Promise<string> =>
	driver.until((pattern) => {
		const text = document.querySelector('h1')?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
		return new RegExp(pattern).test(text) ? text : '';
	}, wanted.source);

/** Waits until a question is on the screen, open to be answered. */
const asks = (driver: Driver, question: Question): Promise<boolean> =>
	driver.until((stem) => {
		const shown = document.querySelector('.stem')?.textContent?.replace('(blank)', '_____').trim();
		return shown === stem && !!document.querySelector('.sitting form');
	}, question.stem);

/** The questions of the review that is open on the device; the quiz before the kill may still be open as well. */
const openReview = () =>
	new Promise<Question[] | undefined>((done, failed) => {
		const opening = indexedDB.open('quern');
		opening.onerror = () => failed(new Error(String(opening.error)));
		opening.onsuccess = () => {
			const store = opening.result.transaction('sittings').objectStore('sittings');
			const reading = store.index('open').getAll() as IDBRequest<{ sitting: Sitting }[]>;
			reading.onerror = () => failed(new Error(String(reading.error)));
			reading.onsuccess = () => {
				opening.result.close();
				const review = reading.result.find(({ sitting }) => sitting.where === 'review');
				done(review?.sitting.items.map((item) => item.question));
			};
		};
	});

/** Answers by the keyboard alone: a figure for an option, else the answer typed, then Enter. */
async function answer(driver: Driver, question: Question, rightly: boolean): Promise<void> {
	if (question.options.length > 0) {
		const index = question.options.findIndex((option) => option.correct === rightly);
		await driver.press(String(index + 1));
	} else await driver.type('Your answer', rightly ? String(question.key) : '41 to be sure');
	await driver.press('Enter');
}
