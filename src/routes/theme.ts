export type Theme = 'auto' | 'light' | 'dark';

/** `static/theme.js` reads it before the first paint. */
const KEY = 'quern-theme';

/** The theme that was chosen; as the system has it where nothing was, or where storage is blocked. */
export function keptTheme(): Theme {
	try {
		const kept = localStorage.getItem(KEY);
		return kept === 'light' || kept === 'dark' ? kept : 'auto';
	} catch {
		return 'auto'; // blocked: the choice lasts as long as the page
	}
}

export function applyTheme(theme: Theme): void {
	if (theme === 'auto') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
	try {
		if (theme === 'auto') localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, theme);
	} catch {
		return; // blocked: the choice lasts as long as the page
	}
}
