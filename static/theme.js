// Before the first paint, so that nobody sees the page flash in the other theme.
try {
	const theme = localStorage.getItem('quern-theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is blocked: the system's theme holds.
}
