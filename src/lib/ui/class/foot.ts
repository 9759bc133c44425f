/** Text as CSS takes it in quotation marks. */
const quoted = (text: string): string => `"${text.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`;

const FACE = `font: 8.5pt 'Atkinson Hyperlegible Next Variable', sans-serif; vertical-align: top; padding-top: 4mm;`;

const foot = (page: string, left: string): string => `@page ${page} {
	size: auto;
	margin: 16mm 18mm 19mm;
	@bottom-left { content: ${quoted(left)}; ${FACE} }
	@bottom-right { content: counter(page); ${FACE} }
}`;

/**
 * The running foot of a test's pages, as a style sheet for `document.adoptedStyleSheets`. The article's
 * title is known only in the browser, and CSS can't read it from the page into a margin box.
 */
export function runningFoot(title: string): CSSStyleSheet {
	const sheet = new CSSStyleSheet();
	const feet = {
		article: title,
		questions: title,
		answers: `${title}: answer sheet`,
		key: 'Key: for the teacher'
	};
	const rules = Object.entries(feet).map(([page, left]) => foot(page, left));
	sheet.replaceSync(rules.join('\n'));
	return sheet;
}
