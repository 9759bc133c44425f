/** The weights of the language model: written by `training/pack.py`. */
export const WEIGHTS = {
	path: '/weights/en-a6a14927.qern',
	bytes: 4361969,
	sha256: 'a6a14927c1f3bd1c2b0a9ad4d4d046ca79d70bb134fa5256c4fe8ba20cf26699',
	format: 1,
	quantised: 'int8, one scale a row',
	model: 'en_core_web_sm',
	version: '3.8.0',
	licence: 'MIT',
	author: 'Explosion'
} as const;
