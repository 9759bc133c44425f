/** Hands a text or a file to the person to keep. */
export function saveFile(name: string, content: string | Blob): void {
	const blob =
		typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content;
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download reads the address a moment later.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
