import adapter from '@sveltejs/adapter-static';

const out = process.env.OUT_DIR ?? 'dist';

// Stylesheets arrive in any order: the order of the layers has to stand in whichever comes first.
const layers = '@layer reset, tokens, base, ui, page, print;';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: { style: ({ content }) => ({ code: layers + content }) },
	kit: {
		typescript: {
			config: (config) => ({ ...config, include: [...config.include, '../training/**/*.ts'] })
		},
		adapter: adapter({ pages: out, assets: out, fallback: '404.html', precompress: true }),
		// Kit's default name, the time of the build, unless a test wants to tell two builds apart.
		version: process.env.APP_VERSION ? { name: process.env.APP_VERSION } : {},
		// Deep links are answered by the fallback page at any depth: relative asset paths would break there.
		paths: { relative: false },
		// Units of UTF-16: in the page, styles need no request of their own, which stood behind all the scripts'.
		inlineStyleThreshold: 32_768,
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// Kit's route announcer carries an inline style attribute; tests/e2e/security.spec.ts notices a change.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'object-src': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'quern-script-url']
			}
		}
	}
};
