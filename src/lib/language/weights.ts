/** The weights of the language model: written by `training/pack.py`. */
export const WEIGHTS = {
	path: '/weights/en-d4702888.qern',
	bytes: 4361604,
	sha256: 'd4702888c51d9d753c4bc11c05465ba462f5cf7b6d700566e7f37039f0583de9',
	format: 1,
	quantised: 'int8, one scale a row',
	model: 'en_core_web_sm',
	version: '3.8.0',
	licence: 'MIT',
	author: 'Explosion'
} as const;
