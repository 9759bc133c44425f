import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importRules, PURE } from './eslint.imports.js';
import svelteConfig from './svelte.config.js';

const pureFiles = PURE.map((folder) => `src/lib/${folder}/**`);
const tests = ['**/*.test.ts', 'tests/**'];

export default defineConfig(
	{ ignores: ['dist*/', '**/.svelte-kit/', 'test-results/'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },

	js.configs.recommended,
	ts.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['*.js', 'playwright.config.ts'] },
				tsconfigRootDir: import.meta.dirname
			}
		},
		rules: {
			// TypeScript knows better.
			'no-undef': 'off',
			// Addresses are plain paths: the app lives at the root of its origin.
			'svelte/no-navigation-without-resolve': 'off',
			// It asks for reactive collections where a plain one never leaves its function.
			'svelte/prefer-svelte-reactivity': 'off',
			'svelte/no-at-html-tags': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			// Playwright's fixtures want the braces, even empty.
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
			'max-lines': ['error', 300],
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	{
		// An app of its own, with its own idea of what a script may use.
		files: ['**/*.js', 'tests/bench/hello-world/**'],
		...ts.configs.disableTypeChecked
	},
	{
		// Tests break shapes on purpose; of components' props only svelte-check knows the types.
		files: [...tests, '**/*.svelte'],
		rules: Object.fromEntries(
			['argument', 'assignment', 'call', 'member-access', 'return'].map((use) => [
				`@typescript-eslint/no-unsafe-${use}`,
				'off'
			])
		)
	},
	{
		files: ['src/**'],
		ignores: ['src/cli/**', ...tests],
		rules: { 'no-console': 'error' }
	},

	{ files: ['src/**'], ignores: tests, ...importRules },
	{
		// The same question, the same answer: time, chance and the world come in as parameters.
		files: pureFiles,
		ignores: tests,
		rules: {
			'no-restricted-imports': ['error', { patterns: ['node:*', '$app/*', 'svelte', 'svelte/*'] }],
			'no-restricted-globals': [
				'error',
				...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage'],
				...['indexedDB', 'caches', 'fetch', 'crypto', 'performance', 'process', 'console'],
				...['setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame']
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random' },
				{ object: 'Date', property: 'now' }
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: "NewExpression[callee.name='Date'][arguments.length=0]",
					message: 'The clock is a parameter here.'
				}
			]
		}
	}
);
