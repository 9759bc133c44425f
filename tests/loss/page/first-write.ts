/** Calls back at the first write of anything to IndexedDB: from there on there is something to be torn. */
export function onFirstWrite(then: () => void): void {
	const methods = [
		[IDBDatabase.prototype, 'createObjectStore'],
		[IDBObjectStore.prototype, 'put'],
		[IDBObjectStore.prototype, 'add'],
		[IDBObjectStore.prototype, 'delete'],
		[IDBObjectStore.prototype, 'clear']
	] as const;
	const before = methods.map(([of, name]) => Object.getOwnPropertyDescriptor(of, name)!);
	const restore = () =>
		methods.forEach(([of, name], n) => Object.defineProperty(of, name, before[n]!));
	for (const [n, [of, name]] of methods.entries())
		Object.defineProperty(of, name, {
			configurable: true,
			value(this: unknown, ...args: unknown[]): unknown {
				restore();
				then();
				return (before[n]!.value as (...args: unknown[]) => unknown).apply(this, args);
			}
		});
}
