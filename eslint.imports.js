import boundaries from 'eslint-plugin-boundaries';

/**
 * Who may import whom. The folders are the road the data takes: each of the seven pure ones may use those
 * before it, and nothing that comes after.
 */
export const PURE = ['article', 'language', 'facts', 'questions', 'quiz', 'memory', 'classroom'];

/** @type {Record<string, string[]>} */
const LIB = {
	...Object.fromEntries(PURE.map((name, place) => [name, PURE.slice(0, place)])),
	formats: PURE,
	// A deck that was brought along is kept as its file.
	storage: [...PURE, 'formats'],
	ui: PURE,
	state: [...PURE, 'formats', 'storage', 'worker'],
	worker: PURE,
	server: ['classroom', 'formats']
};
const libFolders = Object.keys(LIB);

/** @type {Record<string, string[]>} */
const allowed = {
	...LIB,
	routes: libFolders.filter((name) => name !== 'server'),
	cli: libFolders.filter((name) => name !== 'ui' && name !== 'state'),
	'service-worker': []
};

const place = (/** @type {string} */ name) => (name in LIB ? `src/lib/${name}` : `src/${name}`);

const folders = Object.keys(allowed).map((name) => ({ type: name, pattern: place(name) }));

/** Each folder may use itself and those it is allowed; all may use the files beside the folders. */
const policies = [
	{ allow: { to: { file: { categories: 'base' } } } },
	{ allow: { to: { module: { origin: ['external', 'core'] } } } },
	...Object.entries(allowed).map(([from, to]) => ({
		from: { element: { type: from } },
		allow: { to: { element: { types: { anyOf: [from, ...to] } } } }
	}))
];

export const importRules = {
	plugins: { boundaries },
	settings: {
		'boundaries/elements': folders,
		'boundaries/files': [
			{ category: 'base', pattern: 'src/lib/*.ts' },
			{ category: 'build', pattern: 'src/*.ts' }
		],
		'import/resolver': { typescript: { alwaysTryTypes: true, project: 'tsconfig.json' } }
	},
	rules: {
		'boundaries/dependencies': ['error', { default: 'disallow', policies }],
		// A new folder has to find its place in the list above.
		'boundaries/no-unknown-files': 'error'
	}
};
