import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	answeredBy,
	cacheName,
	foreignAssets,
	precachePaths,
	SHELL,
	staleCaches,
	VERSION_FILE
} from './precache';

describe('what is stored', () => {
	test('the fallback page is stored although kit lists it nowhere', () => {
		expect(precachePaths([['/_app/immutable/a.js'], ['/icon.svg'], ['/']])).toEqual([
			'/_app/immutable/a.js',
			'/icon.svg',
			'/',
			SHELL
		]);
	});

	test('a page whose name has a space or an accent is stored under the path the browser asks for', () => {
		expect(precachePaths([['/read/São Paulo']])[0]).toBe('/read/S%C3%A3o%20Paulo');
	});

	test('large files that are fetched on demand, and the version file, are left out', () => {
		expect(precachePaths([['/weights/en.bin', VERSION_FILE]])).toEqual([SHELL]);
	});

	test('a path listed twice is fetched once', () => {
		expect(precachePaths([['/a'], ['/a']])).toEqual(['/a', SHELL]);
	});
});

describe('what answers a request', () => {
	const cached = new Set([
		'/',
		'/read/tigers',
		'/read/tigers/__data.json',
		'/theme.js',
		VERSION_FILE,
		SHELL
	]);
	const navigation = (path: string) => answeredBy(path, true, cached);
	const file = (path: string) => answeredBy(path, false, cached);

	test('a page answers for itself, with or without a slash at its end', () => {
		expect(navigation('/read/tigers')).toBe('/read/tigers');
		expect(navigation('/read/tigers/')).toBe('/read/tigers');
		expect(navigation('/')).toBe('/');
	});

	test('a page of one’s own, never built, is answered by the shell', () => {
		expect(navigation('/quiz/my-own-deck')).toBe(SHELL);
	});

	test('stored data and scripts are answered from the cache', () => {
		expect(file('/read/tigers/__data.json')).toBe('/read/tigers/__data.json');
		expect(file('/theme.js')).toBe('/theme.js');
		expect(file(VERSION_FILE)).toBe(VERSION_FILE);
	});

	test('a file that is not stored goes to the network, never to the shell', () => {
		expect(file('/weights/en.bin')).toBeUndefined();
		expect(navigation('/weights/en.bin')).toBeUndefined();
		expect(navigation('/_app/immutable/chunks/old.js')).toBeUndefined();
		expect(file('/read/other/__data.json')).toBeUndefined();
	});

	test('any page asked for has an answer that is in the cache', () => {
		fc.assert(
			fc.property(fc.webPath(), (path) => {
				const answer = answeredBy(new URL('https://app' + path).pathname, true, cached);
				expect(cached).toContain(answer);
			})
		);
	});
});

describe('mixed versions', () => {
	const build = new Set(['/_app/immutable/entry/start.NEW.js', '/_app/immutable/assets/0.NEW.css']);

	test('a page of this build names nothing foreign', () => {
		const page =
			'<link href="/_app/immutable/assets/0.NEW.css"><script>import("/_app/immutable/entry/start.NEW.js")</script>';
		expect(foreignAssets(page, build)).toEqual([]);
	});

	test('a page of another build is recognised by what it loads', () => {
		const page = '<script>import("/_app/immutable/entry/start.OLD.js")</script>';
		expect(foreignAssets(page, build)).toEqual(['/_app/immutable/entry/start.OLD.js']);
	});
});

describe('what a new version throws away', () => {
	test('caches of earlier versions go; its own, the weights and other programs’ stay', () => {
		const names = [cacheName('1'), cacheName('2'), 'quern-weights-3', 'other'];
		expect(staleCaches(names, '2')).toEqual([cacheName('1')]);
	});
});
