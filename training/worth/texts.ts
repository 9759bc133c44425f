import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The texts of files, by their names: plain ones (`*.txt`), and the documents of treebanks of UD English GUM
 * (`*.conllu.gz`) as plain texts with their titles.
 */
export const textsOf = (files: readonly string[]): Map<string, string> =>
	new Map(
		files.flatMap((file) =>
			file.endsWith('.txt')
				? [[basename(file, '.txt'), readFileSync(file, 'utf8')] as const]
				: [...documentsOf(file)]
		)
	);

function documentsOf(file: string): Map<string, string> {
	const conllu = gunzipSync(readFileSync(file)).toString('utf8');
	const texts = new Map<string, string>();
	for (const part of conllu.split(/^# newdoc id = /m).slice(1)) {
		let text = '';
		for (const block of part.split('\n\n')) {
			const sentence = /^# text = (.*)$/m.exec(block)?.[1];
			if (sentence === undefined) continue;
			text += (text && (/^# newpar/m.test(block) ? '\n\n' : ' ')) + sentence;
		}
		// Whoever brings an article brings its title with it.
		const title = /^# meta::title = (.*)$/m.exec(part)?.[1];
		if (title && !text.startsWith(title)) text = `${title}\n\n${text}`;
		texts.set(part.slice(0, part.indexOf('\n')).trim(), text);
	}
	return texts;
}
