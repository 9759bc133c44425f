/**
 * An expression for the visible element of a role and an accessible name; a field's role is `field`. Knows
 * native elements, `aria-label` and labels: enough for our own pages, where drivers don't offer it.
 */
export function findByRole(role: string, name: string): string {
	return `(${String(find)})(${JSON.stringify(SELECTORS[role] ?? `[role=${role}]`)}, ${JSON.stringify(name)})`;
}

const SELECTORS: Record<string, string> = {
	button: 'button, [role=button], input[type=submit], summary',
	link: 'a[href], [role=link]',
	radio: 'input[type=radio], [role=radio]',
	checkbox: 'input[type=checkbox], [role=checkbox]',
	option: 'option, [role=option]',
	field: 'input, textarea, select, [role=textbox]'
};

/** Runs in the page, so it has to bring all it uses. */
function find(selector: string, name: string): Element | null {
	for (const element of document.querySelectorAll<HTMLElement>(selector)) {
		const { labels } = element as Partial<HTMLInputElement>;
		const names = [
			element.getAttribute('aria-label'),
			...Array.from(labels ?? [], (label) => label.textContent),
			element.textContent
		];
		const tidied = names.map((text) => text?.replace(/\s+/g, ' ').trim());
		if (element.checkVisibility() && tidied.includes(name)) return element;
	}
	return null;
}
