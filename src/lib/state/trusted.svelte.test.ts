import { expect, test, vi } from 'vitest';
import { scriptURL } from './trusted';

test('the app’s own scripts may run', () => {
	vi.stubEnv('DEV', false);
	expect(String(scriptURL('/service-worker.js'))).toBe(`${location.origin}/service-worker.js`);
	expect(String(scriptURL('/_app/immutable/workers/a.js'))).toMatch('/_app/immutable/workers/a.js');
});

test.each([
	'https://example.org/service-worker.js',
	'//example.org/_app/immutable/a.js',
	'data:text/javascript,1',
	'blob:https://example.org/1',
	'/uploads/a.js',
	'/_app/immutable/../../a.js'
])('no other script may: %s', (url) => {
	vi.stubEnv('DEV', false);
	expect(() => scriptURL(url)).toThrow(TypeError);
});
