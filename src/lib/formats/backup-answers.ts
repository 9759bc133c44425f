import { Attempt, fromVersion1 } from '$lib/memory/attempt';
import { fail, ok, type Result } from '$lib/result';
import { breather } from './backup-breath';
import type { Archive } from '$lib/memory/archive';

const VERSION = 1;

/** Reads an answers file (`writeAnswers`): a log and nothing else, of attempts of any version. */
export async function readAnswers(
	file: Record<string, unknown>
): Promise<Result<{ archive: Archive; unreadable: number }>> {
	const { version, attempts: list } = file;
	if (typeof version === 'number' && version > VERSION)
		return fail({
			code: 'unknown-version',
			message: `The answers were saved by a newer Quern (file version ${version}; this one reads up to ${VERSION}). Update Quern, then open the file again.`
		});
	if (version !== VERSION || !Array.isArray(list))
		return fail({
			code: 'damaged',
			message:
				'The file says that it holds answers saved by Quern, but there are none in it. It was changed or damaged; nothing has been changed here.'
		});
	const attempts: Attempt[] = [];
	const breath = breather();
	let newest = 0;
	for (const value of list as unknown[]) {
		const parsed = Attempt.safeParse(fromVersion1(value, newest));
		if (parsed.success) {
			attempts.push(parsed.data);
			newest = Math.max(newest, parsed.data.order);
		}
		await breath();
	}
	return ok({
		archive: { attempts, removals: [], learners: [], decks: [], sittings: [] },
		unreadable: list.length - attempts.length
	});
}
