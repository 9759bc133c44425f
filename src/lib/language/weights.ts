/** The weights of the language model: written by `training/pack.py`. */
export const WEIGHTS = {
	path: '/weights/en-9f1865a1.qern',
	bytes: 4101425,
	sha256: '9f1865a1d6a030bfa67cbfa1340ab2f6e0000957e264a439c09d6128f18eb596',
	format: 1,
	quantised: 'int8, one scale a row',
	model: 'en_core_web_sm',
	version: '3.8.0',
	licence: 'MIT',
	author: 'Explosion'
} as const;
