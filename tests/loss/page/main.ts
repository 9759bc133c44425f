import { app } from './app';
import { relaxed } from './relaxed';
import type { Writer } from './writer';

const WRITERS: Record<string, () => Promise<Writer>> = { app, relaxed };

/** What the test asks for from outside. */
export interface Harness {
	/** How many answers were acknowledged so far. */
	acknowledged: number;
	/** Writes one answer after the other until the end. */
	writeOn(): Promise<never>;
	written(): Promise<number[]>;
}

const name = new URLSearchParams(location.search).get('writer') ?? '';
const writer = await WRITERS[name]?.();
if (!writer) throw new Error(`There is no writer “${name}”`);

const harness: Harness = {
	acknowledged: 0,
	async writeOn() {
		for (;;) {
			await writer.write(harness.acknowledged);
			harness.acknowledged++;
		}
	},
	written: () => writer.written()
};
Object.assign(globalThis, { harness: () => harness });
