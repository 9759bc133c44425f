/// <reference types="@sveltejs/kit" />

declare module 'virtual:shelf' {
	/** The shipped decks in brief; made by `src/shelf-plugin.ts`. */
	const shelf: readonly { slug: string; title: string; facts: readonly string[] }[];
	export default shelf;
}
