import { Head, LIMITS } from './backup';
import { linesOf } from './backup-lines';

const ENOUGH = { ...LIMITS, line: 65_536 };

/** What a backup says of itself, without reading the rest; `undefined` for any other file. */
export async function readHead(file: Blob): Promise<Head | undefined> {
	try {
		for await (const [line] of linesOf(file, ENOUGH, () => undefined)) {
			const head = Head.safeParse(JSON.parse(new TextDecoder().decode(line)));
			return head.data;
		}
	} catch {
		return undefined; // of another program, or damaged: not ours to touch
	}
	return undefined;
}
