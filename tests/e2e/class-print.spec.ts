import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { BLANK } from '$lib/questions/wording/blank';
import { ALL, main, paper } from './class-page';
import { objections } from './axe';
import { expect, test } from './fixtures';

for (const format of ['A4', 'Letter']) {
	for (const length of [5, 10, 20]) {
		test(`${length} questions on ${format}: the key stands on pages of its own, no item is torn apart`, async ({
			page
		}) => {
			const quiz = await paper(page, `seed=k8&length=${length}&kinds=${ALL}`);
			await page.evaluate(() => document.fonts.ready);
			const pdf = await page.pdf({ format, preferCSSPageSize: true });
			const read = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
			if (read.error) return expectBreaks(page);
			test.info().annotations.push({ type: 'checked', description: 'the PDF, by pdftotext' });
			const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
			const pages = read.stdout.split('\f').map(flat).filter(Boolean);
			const isKey = (text: string) => text.includes('Key: for the teacher');
			expect(pages.filter(isKey).length).toBeGreaterThan(0);
			for (const text of pages.filter(isKey)) {
				expect(text).not.toContain('Name');
				// A gap's sentence may be the article's own, which the key quotes.
				for (const question of quiz.filter(({ kind }) => kind !== 'cloze'))
					expect(text).not.toContain(flat(question.stem));
			}
			const sheets = pages.filter((text) => !isKey(text) && !text.includes(': answer sheet'));
			for (const question of quiz) {
				const whole = [
					...question.stem.split(BLANK),
					...question.options.map((option) => option.text),
					...question.items.map((item) => item.text)
				].map((part) => flat(part).trim());
				expect(
					sheets.filter((text) => whole.every((part) => text.includes(part))),
					question.stem
				).toHaveLength(1);
			}
		});
	}
}

/** Where no pdftotext is installed: the rules that part the sheets. */
async function expectBreaks(page: Page): Promise<void> {
	test.info().annotations.push({ type: 'checked', description: 'computed break rules' });
	await page.emulateMedia({ media: 'print' });
	const rules = await page.locator('.paper').evaluateAll((papers) =>
		papers.map((element) => {
			const { breakAfter } = getComputedStyle(element);
			return [getComputedStyle(element).getPropertyValue('page'), breakAfter];
		})
	);
	expect(rules).toEqual([
		['questions', 'page'],
		['answers', 'page'],
		['key', 'auto']
	]);
	for (const item of await page.locator('.questions ol > li').all())
		await expect(item).toHaveCSS('break-inside', 'avoid');
}

test('the sheets to print are ticked, kept in the address, and the ticks are not printed', async ({
	page
}) => {
	await paper(page, 'seed=k9&length=5&kinds=choice');
	await page.evaluate(() => {
		globalThis.print = () => document.documentElement.classList.add('printed');
	});
	await page.getByRole('checkbox', { name: 'Key' }).uncheck();
	await page.getByLabel('The article, to read').check();
	await page.getByRole('button', { name: 'Print' }).click();
	await expect(page.locator('html')).toHaveClass(/printed/);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Key' })).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Answer sheet' })).toBeVisible();
	await expect(main(page)).toContainText('The last 12 months have seen a marked increase');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('checkbox').first()).toBeHidden();
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(() => {
		test.use({ colorScheme });
		test(`${colorScheme}, axe objects to no sheet`, async ({ page }) => {
			for (const width of [360, 1280]) {
				await page.setViewportSize({ width, height: 720 });
				await paper(page, `seed=m2&length=20&kinds=${ALL}&sheets=article.questions.answers.key`);
				expect(await objections(page), `${width} px`).toEqual([]);
			}
		});

		test(`${colorScheme}, paper is white and print is black`, async ({ page }) => {
			await paper(page, 'seed=m2&length=5');
			await page.emulateMedia({ media: 'print', colorScheme });
			await expect(page.locator('.questions .q').first()).toHaveCSS('color', 'rgb(0, 0, 0)');
			await expect(page.locator('.questions')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
		});
	});
}
