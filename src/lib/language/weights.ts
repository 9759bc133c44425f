/** The weights of the language model: written by `training/pack.py`. */
export const WEIGHTS = {
	path: '/weights/en-2f948215.qern',
	bytes: 4361501,
	sha256: '2f94821554d97816db8197f4bd01ac33f2f6d6894940257a2ea5cfab26336fcc',
	format: 1,
	quantised: 'int8, one scale a row',
	model: 'en_core_web_sm',
	version: '3.8.0',
	licence: 'MIT',
	author: 'Explosion'
} as const;
