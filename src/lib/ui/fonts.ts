import atkinson from './fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import literataItalic from './fonts/literata-latin-400-italic.woff2?url';
import literata from './fonts/literata-latin-wght-normal.woff2?url';

/**
 * Brings the faces after the first paint, which stands in system faces stretched to the same metrics:
 * declared in a stylesheet, their three requests held it up by a tenth (npm run bench -- cold-start).
 */
export function loadFonts(): void {
	const faces = [
		new FontFace('Literata Variable', `url(${literata})`, { weight: '200 900' }),
		new FontFace('Literata Variable', `url(${literataItalic})`, { weight: '400', style: 'italic' }),
		new FontFace('Atkinson Hyperlegible Next Variable', `url(${atkinson})`, { weight: '200 800' })
	];
	for (const face of faces) document.fonts.add(face);
}
