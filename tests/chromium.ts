/**
 * One Chromium for every test: `$CHROMIUM_PATH`, else the system's, else the one that the npm package
 * `@sparticuz/chromium` carries (Linux on x64), unpacked once into node_modules/.cache. None needs root.
 * `CHROMIUM_BUNDLED=1` passes the system's over.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

/** No sandbox: it needs privileges that containers lack. The rest keeps the browser from calling home. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

const SYSTEM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

export async function chromiumPath(): Promise<string> {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	const system = process.env.CHROMIUM_BUNDLED ? undefined : SYSTEM.find(runs);
	return system ?? bundled();
}

/** Ubuntu's /usr/bin/chromium-browser, for one, may be a stub that only says what to install. */
const runs = (path: string): boolean =>
	existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;

async function bundled(): Promise<string> {
	const packed = join(
		dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))),
		'../../bin'
	);
	const { version } = JSON.parse(await readFile(join(packed, '../package.json'), 'utf8')) as {
		version: string;
	};
	const folder = resolve(import.meta.dirname, '../node_modules/.cache', `chromium-${version}`);
	const launcher = join(folder, 'chromium.sh');
	if (!existsSync(launcher)) await unpack(packed, folder);
	// It crashes without fonts; the paths are written each time because the project may have been moved.
	await replace(join(folder, 'fonts.conf'), fontsConf(folder));
	return launcher;
}

/** Unpacks beside the final place and renames, so that a run broken off leaves nothing half done. */
async function unpack(packed: string, folder: string): Promise<void> {
	await mkdir(dirname(folder), { recursive: true });
	const partial = await mkdtemp(`${folder}-`);
	for (const name of ['al2023', 'fonts', 'swiftshader']) {
		const tar = join(partial, `${name}.tar`);
		await decompress(join(packed, `${name}.tar.br`), tar);
		execFileSync('tar', ['-xf', tar, '-C', partial]);
		await rm(tar);
	}
	await decompress(join(packed, 'chromium.br'), join(partial, 'chromium'));
	await chmod(join(partial, 'chromium'), 0o755);
	await writeFile(join(partial, 'chromium.sh'), LAUNCHER, { mode: 0o755 });
	try {
		await rename(partial, folder);
	} catch (error) {
		await rm(partial, { recursive: true });
		// Another run was faster.
		if (!existsSync(join(folder, 'chromium.sh'))) throw error;
	}
}

const decompress = (from: string, to: string): Promise<void> =>
	pipeline(
		createReadStream(from),
		createBrotliDecompress({ chunkSize: 1 << 20 }),
		createWriteStream(to)
	);

const LAUNCHER = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib" FONTCONFIG_PATH="$here" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${folder}/fonts</dir>
	<cachedir>${folder}/font-cache</cachedir>
${['system-ui', 'sans-serif', 'serif', 'monospace'].map(alias).join('\n')}
</fontconfig>
`;

const alias = (family: string): string =>
	`\t<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;

/** Browsers that start at this moment may be reading the file, and other runs may be writing it. */
async function replace(path: string, text: string): Promise<void> {
	const fresh = `${path}.${randomUUID()}`;
	await writeFile(fresh, text);
	await rename(fresh, path);
}
