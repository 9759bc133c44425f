/** The parser's weights: written by `training/export.py`. */
export const WEIGHTS = {
	path: '/weights/en-bb75ec46.qern',
	bytes: 3508810,
	sha256: 'bb75ec46226d376ae7e53c2c6223cea67f969ccfc62243ef086aec10d297de20',
	format: 1,
	quantised: 'int8, one scale a row',
	model: 'en_core_web_sm',
	version: '3.8.0',
	licence: 'MIT',
	author: 'Explosion'
} as const;
