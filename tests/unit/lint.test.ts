import { ESLint } from 'eslint';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRules } from '../../eslint.imports.js';

/** Who may import whom, as the design has it: written out here so that a slip in the rules is noticed. */
const ROAD = ['article', 'language', 'facts', 'questions', 'quiz', 'memory', 'classroom'];
const MAY: Record<string, string[]> = {
	article: [],
	language: ['article'],
	facts: ['article', 'language'],
	questions: ['article', 'language', 'facts'],
	quiz: ['article', 'language', 'facts', 'questions'],
	memory: ['article', 'language', 'facts', 'questions', 'quiz'],
	classroom: ['article', 'language', 'facts', 'questions', 'quiz', 'memory'],
	formats: ROAD,
	storage: [...ROAD, 'formats'],
	ui: ROAD,
	worker: ROAD,
	state: [...ROAD, 'formats', 'storage', 'worker'],
	server: ['classroom', 'formats']
};
const FOLDERS = Object.keys(MAY);
const ABOVE = ['routes', 'cli', 'service-worker'];
const at = (folder: string) => (ABOVE.includes(folder) ? `src/${folder}` : `src/lib/${folder}`);

describe('the import rules', () => {
	let root: string;
	let eslint: ESLint;

	// A small copy of the folders, one file each: the rules look at where an import leads.
	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), 'quern-lint-'));
		const files = [...FOLDERS, ...ABOVE].map((folder) => `${at(folder)}/index.ts`);
		for (const file of [...files, 'src/lib/base.ts', 'src/lib/nowhere/index.ts']) {
			await mkdir(join(root, dirname(file)), { recursive: true });
			await writeFile(join(root, file), 'export const it = 1;\n');
		}
		eslint = new ESLint({
			cwd: root,
			overrideConfigFile: true,
			overrideConfig: [
				{
					...importRules,
					files: ['**/*.ts'],
					languageOptions: { parser: ts.parser },
					settings: {
						...importRules.settings,
						'boundaries/root-path': root,
						'import/resolver': { node: { extensions: ['.ts'] } }
					}
				} as never
			]
		});
	});

	afterAll(() => rm(root, { recursive: true }));

	/** Folders of `targets` that a file in `folder` may not import from. */
	async function refused(folder: string, targets: readonly string[]): Promise<string[]> {
		const depth = folder === '' ? '.' : ABOVE.includes(folder) ? '..' : '../..';
		const path = (target: string) =>
			folder === '' ? `./${target}/index` : `${depth}/${at(target).replace(/^src\//, '')}/index`;
		const code = targets.map((target, n) => `import { it as i${n} } from '${path(target)}';`);
		const filePath = join(root, folder === '' ? 'src/lib/base.ts' : `${at(folder)}/index.ts`);
		const [result] = await eslint.lintText(code.join('\n') + '\n', { filePath });
		return (result?.messages ?? []).map(({ line }) => targets[line - 1] ?? '?');
	}

	test.each(FOLDERS)(
		'%s uses what comes before it on the road, and nothing else',
		async (folder) => {
			const others = [...FOLDERS, ...ABOVE].filter((name) => name !== folder);
			const forbidden = others.filter((name) => !MAY[folder]?.includes(name));
			expect(await refused(folder, others)).toEqual(forbidden);
		}
	);

	test('routes use everything but the server, and nothing uses routes', async () => {
		expect(await refused('routes', FOLDERS)).toEqual(['server']);
	});

	test('what stands beside the folders is used by all, and uses none of them', async () => {
		expect(await refused('', FOLDERS)).toEqual(FOLDERS);
		const filePath = join(root, 'src/lib/article/index.ts');
		const [result] = await eslint.lintText("import { it } from '../base';\n", { filePath });
		expect(result?.messages).toEqual([]);
	});

	test('a folder without a place on the road is noticed', async () => {
		const filePath = join(root, 'src/lib/nowhere/index.ts');
		const [result] = await eslint.lintText('export const it = 1;\n', { filePath });
		expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['boundaries/no-unknown-files']);
	});
});

describe('the other rules', () => {
	let eslint: ESLint;

	beforeAll(() => {
		eslint = new ESLint({
			// Types take long, and none of these rules needs them.
			overrideConfig: [ts.configs.disableTypeChecked]
		});
	});

	async function broken(filePath: string, code: string): Promise<(string | null)[]> {
		const [result] = await eslint.lintText(code, { filePath });
		return (result?.messages ?? []).map(({ ruleId }) => ruleId);
	}

	test.each([
		['const n = Math.random();', 'no-restricted-properties'],
		['const n = Date.now();', 'no-restricted-properties'],
		['const n = new Date();', 'no-restricted-syntax'],
		['const n = document.title;', 'no-restricted-globals'],
		['const n = fetch("/");', 'no-restricted-globals'],
		['import { readFile as n } from "node:fs";', 'no-restricted-imports'],
		['import { page as n } from "$app/state";', 'no-restricted-imports'],
		['import { fold as n } from "$lib/quiz/sitting";', 'boundaries/dependencies']
	])('a pure folder has no clock, no chance, no world: %s', async (line, rule) => {
		expect(await broken('src/lib/article/article.ts', `${line}\nexport default n;\n`)).toEqual([
			rule
		]);
	});

	test('a pure folder may make a date of a number that it was given', async () => {
		const code = 'export const day = (at: number) => new Date(at).getUTCDay();\n';
		expect(await broken('src/lib/article/article.ts', code)).toEqual([]);
	});

	test('raw HTML, unfinished work and overlong files are refused', async () => {
		expect(await broken('src/routes/+page.svelte', '{@html "<b>x</b>"}\n')).toContain(
			'svelte/no-at-html-tags'
		);
		const note = '// TO' + 'DO later\nexport {};\n';
		expect(await broken('src/lib/result.ts', note)).toEqual(['no-warning-comments']);
		expect(await broken('src/lib/result.ts', 'export {};\n'.repeat(301))).toContain('max-lines');
	});
});
