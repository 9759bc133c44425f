/** The inputs of the kinds, in a real browser. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Given, Question } from '$lib/questions/question';
import { ok, type Result } from '$lib/result';
import QuestionForm from '$lib/ui/sitting/QuestionForm.svelte';

const base: Question = {
	id: 'q',
	factId: 'f',
	factIds: ['f'],
	kind: 'choice',
	stem: 'Which city?',
	key: 'Ankara',
	variants: [],
	others: [],
	options: [],
	items: [],
	evidence: [{ start: 0, end: 1, quote: 'x' }],
	explanation: '',
	difficulty: 0.5
};
const options = ['Ankara', 'Baku', 'Moscow', 'Washington'].map((text, i) => ({
	text,
	correct: i === 0,
	reason: 'x'
}));
const items = ['first', 'second', 'third'].map((text, i) => ({
	factId: `f${i}`,
	text,
	partner: `year ${i}`
}));

/** Shows the form and collects what is given. */
async function form(question: Question): Promise<Given[]> {
	const given: Given[] = [];
	await render(QuestionForm, {
		question,
		labelledby: 'stem',
		ongive: (answer: Given): Result<Given> => {
			given.push(answer);
			return ok(answer);
		}
	});
	return given;
}

test('a figure chooses an option, a letter too, and Enter gives it', async () => {
	const given = await form({ ...base, options });
	await userEvent.keyboard('3');
	await expect.element(page.getByRole('radio', { name: 'Moscow' })).toBeChecked();
	await userEvent.keyboard('b{Enter}');
	expect(given).toEqual(['Baku']);
});

test('figures typed into a field stay there', async () => {
	const given = await form({ ...base, kind: 'number', key: '130', value: 130 });
	await userEvent.type(page.getByLabelText('Your answer'), '12{Enter}');
	expect(given).toEqual(['12']);
});

test('an item is moved by its buttons, and the move is said', async () => {
	const given = await form({ ...base, kind: 'order', key: items.map((item) => item.text), items });
	await page.getByRole('button', { name: 'Later: first' }).click();
	await expect.element(page.getByText('“first” is now number 2 of 3.')).toBeInTheDocument();
	await page.getByRole('button', { name: 'Earlier: third' }).click();
	await page.getByRole('button', { name: 'Answer' }).click();
	expect(given).toEqual([['second', 'third', 'first']]);
});

test('partners are chosen by letter', async () => {
	const given = await form({ ...base, kind: 'match', items });
	await page.getByLabelText('first').selectOptions('year 2');
	await page.getByLabelText('second').selectOptions('year 0');
	await page.getByRole('button', { name: 'Answer' }).click();
	expect(given).toEqual([['year 2', 'year 0', '']]);
});

test('not knowing is an answer', async () => {
	const given = await form({ ...base, options });
	await page.getByRole('button', { name: 'I don’t know' }).click();
	expect(given).toEqual([null]);
});
