/** Each picture is drawn in a real browser, and its numbers are read back and held against its table. */
import '$lib/ui/styles/tokens.css';
import '$lib/ui/styles/base.css';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { dayOfDate } from '$lib/memory/day';
import { gatherAhead } from '$lib/ui/charts/ahead';
import Ahead from '$lib/ui/charts/Ahead.svelte';
import { gatherBehind } from '$lib/ui/charts/behind';
import Behind from '$lib/ui/charts/Behind.svelte';
import { gatherCalibration } from '$lib/ui/charts/calibration';
import Calibration from '$lib/ui/charts/Calibration.svelte';
import Mastery from '$lib/ui/charts/Mastery.svelte';
import { gatherSpent } from '$lib/ui/charts/spent';
import Spent from '$lib/ui/charts/Spent.svelte';

const DAY = 86_400_000;
const TODAY = dayOfDate('2026-11-23');
const names = {
	stuck: 'Stuck',
	holding: 'Holding',
	slipping: 'Slipping',
	unasked: 'Not asked yet'
};

beforeEach(() => page.viewport(700, 900));

const all = (selector: string) => [...document.querySelectorAll<SVGElement>(`svg ${selector}`)];
const says = (selector: string) =>
	all(selector).map((mark) => mark.querySelector('title')?.textContent?.trim() ?? '');
const num = (mark: Element, name: string) => Number(mark.getAttribute(name));
const rows = () =>
	[...document.querySelectorAll('tbody tr')].map((row) =>
		[...row.children].map((cell) => cell.textContent?.trim() ?? '')
	);
/** Waits until the picture knows its width. */
const drawn = (selector: string) => expect.poll(() => all(selector).length).toBeGreaterThan(0);
/** A picture is named by the sentence over it. */
async function titled(title: string) {
	await expect.element(page.getByRole('heading', { name: title })).toBeInTheDocument();
	await expect.element(page.getByRole('img', { name: title, exact: true })).toBeInTheDocument();
}
/** What a height means, by the scale at the side. */
function byScale(height: number): number {
	const ticks = all('text[text-anchor="end"]').filter((text) =>
		/^\d+$/.test(text.textContent ?? '')
	);
	const [low, high] = [ticks[0], ticks.at(-1)] as [SVGElement, SVGElement];
	const value = (text: SVGElement) => Number(text.textContent);
	const pixels = num(low, 'y') - num(high, 'y');
	return (height / pixels) * (value(high) - value(low));
}

test('ahead: bars, words and table say the same', async () => {
	const due = [9, 4, 0, 1, 3, ...Array<number>(25).fill(0)];
	await render(Ahead, { ahead: gatherAhead(due, 20, 60, TODAY) });
	await drawn('.bar');
	await titled('Nine facts come back today, then eight in the 29 days after');
	expect(rows()).toHaveLength(30);
	const busy = rows().filter(([, count]) => count !== '0');
	expect(says('.bar')).toEqual(busy.map(([day, count]) => `${day}: ${count}`));
	expect(all('.bar').map((bar) => Math.round(byScale(num(bar, 'height'))))).toEqual(
		busy.map(([, count]) => Number(count))
	);
});

test('behind: squares and table say the same', async () => {
	const log = [0, 0, 0, 1, 8, 8, 15].map((ago) => ({ at: (TODAY - ago + 0.5) * DAY, offset: 0 }));
	await render(Behind, { behind: gatherBehind(log, TODAY) });
	await drawn('rect');
	await titled('You answered on four days since 8 November');
	const cells = rows().flatMap((row) => row.slice(1, 8).filter((cell) => cell !== '–'));
	expect(says('rect').map((text) => text.split(': ')[1])).toEqual(cells);
	expect(rows().map((row) => row[8])).toEqual(['0', '0', '1', '2', '1', '3']);
	const side = (count: string) => num(all('rect')[cells.indexOf(count)] as SVGElement, 'width');
	expect(side('3')).toBeGreaterThan(side('2'));
	expect(side('2')).toBeGreaterThan(side('1'));
	expect(side('1')).toBeGreaterThan(2 * side('0'));
});

test('time: bars and table say the same, to the minute', async () => {
	const log = [0, 1, 1, 4].map((ago, n) => ({
		at: (TODAY - ago + 0.5) * DAY,
		offset: 0,
		ms: (n + 1) * 61_000
	}));
	await render(Spent, { spent: gatherSpent(log, TODAY) });
	await drawn('.bar');
	await titled('Ten minutes so far');
	const busy = rows().filter(([, , answers]) => answers !== '0');
	expect(busy).toHaveLength(3);
	expect(says('.bar')).toEqual(busy.map(([day, minutes]) => `${day}: ${minutes} min`));
	expect(all('.bar').map((bar) => Math.round(byScale(num(bar, 'height'))))).toEqual(
		busy.map(([, minutes]) => Number(minutes))
	);
});

test('calibration: dots, whiskers and table say the same', async () => {
	const guesses = [0.55, 0.75, 0.92, 0.97].flatMap((predicted, n) =>
		Array.from({ length: 20 * (n + 1) }, (_, i) => ({ predicted, right: i % 10 < 6 + n }))
	);
	await render(Calibration, { calibration: gatherCalibration(guesses) });
	await drawn('circle');
	await titled('Quern is too sure of you');
	expect(says('circle')).toEqual(
		rows().map(
			([expected, answers, right, seen]) =>
				`Expected ${expected}, known ${seen}: ${right} of ${answers}`
		)
	);
	// Where a dot stands, by the scales.
	const lowest = all('text[text-anchor="end"]')[0] as SVGElement;
	const known = (y: number) =>
		Math.round(Number(lowest.textContent) + byScale(num(lowest, 'y') - 4.5 - y));
	const range = all('.whisker').map(
		(path) => (path.getAttribute('d') ?? '').match(/[\d.]+/g) ?? []
	);
	for (const [n, row] of rows().entries()) {
		const dot = all('circle')[n] as SVGElement;
		expect(`${known(num(dot, 'cy'))}%`).toBe(row[3]);
		const [, low, high] = range[n]?.map(Number) ?? [];
		expect(`${known(low ?? 0)} to ${known(high ?? 0)}%`).toBe(row[4]);
	}
	const sizes = all('circle').map((dot) => num(dot, 'r'));
	expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
});

test('mastery: strips, words and table say the same', async () => {
	const groups = [
		{
			name: 'First',
			deck: 'first',
			known: 0.964,
			bands: { stuck: 6, holding: 3, slipping: 1, unasked: 2 }
		},
		{
			name: 'Second',
			deck: 'second',
			known: 1,
			bands: { stuck: 0, holding: 0, slipping: 4, unasked: 0 }
		}
	];
	await render(Mastery, {
		id: 'm',
		title: 'How articles stand',
		text: '',
		what: 'Article',
		groups,
		names,
		unasked: true
	});
	await drawn('rect');
	expect(rows()).toEqual([
		['First', '6', '3', '1', '2', '96%'],
		['Second', '0', '0', '4', '0', '99%']
	]);
	await expect
		.element(
			page.getByRole('img', { name: 'First: 6 stuck, 3 holding, 1 slipping, 2 not asked yet' })
		)
		.toBeInTheDocument();
	for (const [n, row] of rows().entries()) {
		const strip = document.querySelectorAll('svg')[n] as SVGSVGElement;
		const rects = [...strip.querySelectorAll('rect')];
		const counts = row.slice(1, 4).filter((count) => count !== '0');
		expect(rects.map((rect) => rect.querySelector('title')?.textContent?.split(' ')[0])).toEqual(
			counts
		);
		const whole = row.slice(1, 5).reduce((sum, count) => sum + Number(count), 0);
		const shares = rects.map((rect) =>
			Math.round((whole * (num(rect, 'width') + 2)) / num(strip, 'width'))
		);
		expect(shares.map(String)).toEqual(counts);
		// Not by colour alone: each standing has a height of its own.
		const heights = rects.map((rect) => num(rect, 'height'));
		expect(new Set(heights).size).toBe(heights.length);
	}
});

test('a picture is as wide as its place, and letters stay legible on a phone', async () => {
	await page.viewport(320, 640);
	await render(Ahead, { ahead: gatherAhead([3, 2, 1], 6, 60, TODAY) });
	await drawn('.bar');
	const text = all('text')[0] as SVGElement;
	expect(parseFloat(getComputedStyle(text).fontSize)).toBeGreaterThanOrEqual(14);
	const svg = document.querySelector('svg') as SVGSVGElement;
	expect(svg.getBoundingClientRect().width).toBeCloseTo(num(svg, 'width'), 0);
});

test('where there is nothing to draw, a sentence stands alone', async () => {
	await render(Calibration, { calibration: gatherCalibration([]) });
	await expect
		.element(page.getByRole('heading', { name: 'Quern does not know you yet' }))
		.toBeInTheDocument();
	expect(document.querySelector('svg, table')).toBeNull();
});
