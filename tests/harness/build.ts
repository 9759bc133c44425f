import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** What one run of `vite build` left behind, read from its folder. */
export class Build {
	readonly folder: string;

	constructor(name: string) {
		this.folder = resolve(ROOT, name);
		if (!existsSync(join(this.folder, '404.html')))
			throw new Error(`There is no build in ${name}: npm test makes it.`);
	}

	/** The version that kit asks for. */
	get version(): string {
		return (JSON.parse(this.read('/_app/version.json')) as { version: string }).version;
	}

	/** Addresses of all prerendered pages, e.g. `/`, `/progress`. */
	get pages(): string[] {
		return this.files
			.filter((path) => path.endsWith('.html') && path !== '/404.html')
			.map((path) => path.replace(/(?:\/index)?\.html$/, '') || '/')
			.sort();
	}

	/** Paths of all files, without their compressed twins. */
	get files(): string[] {
		return readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
			.filter((path) => /\.\w+$/.test(path) && !/\.(?:br|gz)$/.test(path))
			.map((path) => '/' + path.replaceAll('\\', '/'))
			.sort();
	}

	/** The text of a file, by its path on the site; of a page, by its address. */
	read(path: string): string {
		const candidates = [path, `${path}.html`, `${path}/index.html`];
		const found = candidates.map((name) => join(this.folder, name)).find((name) => isFile(name));
		if (!found) throw new Error(`${path} is not in ${this.folder}`);
		return readFileSync(found, 'utf8');
	}
}

const isFile = (path: string): boolean => existsSync(path) && /\.\w+$/.test(path);
