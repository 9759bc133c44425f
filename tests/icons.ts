/** `npm run icons`: draws static/icons afresh: the quern stone of the wordmark, paper on ink. */
import { chromium } from 'playwright';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CHROMIUM_ARGS, chromiumPath } from './chromium';

const PAPER = '#faf8f4';
const INK = '#0b4f6c';

/** The wordmark's drawing, 22 units wide, its stone 19 across. */
const STONE = `<g fill="none" stroke="${PAPER}" stroke-width="1.75"><circle cx="11" cy="11" r="8.625"/><circle cx="11" cy="11" r="2.6" fill="${PAPER}" stroke="none"/><path d="M14.9 7.1h0" stroke-linecap="round" stroke-width="3"/></g>`;

/**
 * @param stone the stone's width as a share of the icon's
 * @param corner the corners' radius, as a share of the icon's width
 */
function drawing(stone: number, corner: number): string {
	const size = 64;
	const scale = (stone * size) / 19;
	const shift = size / 2 - 11 * scale;
	const place = `translate(${+shift.toFixed(3)} ${+shift.toFixed(3)}) scale(${+scale.toFixed(3)})`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" rx="${corner * size}" fill="${INK}"/><g transform="${place}">${STONE}</g></svg>`;
}

const framed = drawing(0.72, 0.2);
/** What cuts the icon to its own shape leaves the inner 80 % in any case. */
const maskable = drawing(0.58, 0);
const square = drawing(0.68, 0);

const folder = resolve(import.meta.dirname, '../static/icons');
await writeFile(join(folder, 'icon.svg'), framed + '\n');

const browser = await chromium.launch({
	executablePath: await chromiumPath(),
	args: CHROMIUM_ARGS
});
for (const [name, svg, size] of [
	['icon-192.png', framed, 192],
	['icon-512.png', framed, 512],
	['maskable-512.png', maskable, 512],
	['apple-touch-180.png', square, 180]
] as const) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
	await page.screenshot({ path: join(folder, name), omitBackground: true });
	await page.close();
}
await browser.close();
