/** `Map.groupBy`, which Node 20 lacks. */
export function groupedBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const thing of things) {
		const key = keyOf(thing);
		const group = groups.get(key);
		if (group) group.push(thing);
		else groups.set(key, [thing]);
	}
	return groups;
}

/**
 * The same things, each as near to its place as can be, so that no two neighbours are of the same group, or, where
 * one group has more than half of all, as few as possible. Mixed practice is remembered better than blocks: Rohrer
 * and Taylor, "The shuffling of mathematics problems improves learning", 2007.
 */
export function interleaved<T>(things: readonly T[], groupOf: (thing: T) => string): T[] {
	const groups = groupedBy(things.keys(), (place) => groupOf(things[place] as T));
	// Turned round, so that the next one is the last.
	for (const places of groups.values()) places.reverse();
	const out: T[] = [];
	let before: string | undefined;
	while (out.length < things.length) {
		const left = things.length - out.length;
		let next: string | undefined;
		let first = Infinity;
		for (const [name, places] of groups) {
			const place = places.at(-1);
			if (place === undefined || name === before) continue;
			// More than half of the rest: put off, its last ones would stand side by side.
			const isPressing = 2 * places.length > left;
			if (isPressing || place < first) [next, first] = [name, isPressing ? -1 : place];
		}
		next ??= before as string;
		out.push(things[groups.get(next)?.pop() as number] as T);
		before = next;
	}
	return out;
}
