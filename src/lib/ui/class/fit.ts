import type { Attachment } from 'svelte/attachments';

/** Steps by which `Wall.svelte` makes its letters smaller; at the last one the page may scroll. */
export const SMALLEST = 9;

/**
 * Makes what is inside `room` (a selector) as large as fits: counts up the element's `data-fit` from 0 until
 * nothing overflows. Runs anew for another `shown`, another size of the window, and when the fonts arrive.
 */
export function fitted(room: string, shown: unknown): Attachment<HTMLElement> {
	return (element) => {
		void shown;
		const inner = element.querySelector(room);
		if (!inner) return;
		const fit = () => {
			for (let step = 0; step <= SMALLEST; step++) {
				element.dataset.fit = String(step);
				if (inner.scrollHeight <= inner.clientHeight) break;
			}
		};
		fit();
		const watch = new ResizeObserver(fit);
		watch.observe(element);
		void document.fonts.ready.then(fit);
		return () => watch.disconnect();
	};
}
