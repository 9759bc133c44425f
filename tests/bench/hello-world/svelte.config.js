import adapter from '@sveltejs/adapter-static';

const out = process.env.OUT_DIR ?? 'dist';

/** @type {import('@sveltejs/kit').Config} */
export default { kit: { adapter: adapter({ pages: out, assets: out, fallback: '404.html' }) } };
