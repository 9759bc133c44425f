/** What the app's cache holds, under which name, and which of its entries answers a request. Pure. */

/** The app's own caches start so; the weights of the parser live in a cache of another name. */
const PREFIX = 'quern-app-';

/** The page without content that adapter-static writes: it answers every deep link. */
export const SHELL = '/404.html';

/** Kit asks here whether a newer build is out. An old answer from our cache keeps it from reloading for ever. */
export const VERSION_FILE = '/_app/version.json';

const IMMUTABLE = '/_app/immutable/';

/** Files that are fetched when they are needed, by code that keeps them in a cache of its own. */
const ON_DEMAND = ['/weights/'];

export const cacheName = (version: string): string => PREFIX + version;

/** Those of `names` that an earlier version of this app left behind. */
export const staleCaches = (names: readonly string[], version: string): string[] =>
	names.filter((name) => name.startsWith(PREFIX) && name !== cacheName(version));

/**
 * The paths to fetch at install, as the browser spells them (kit lists prerendered pages decoded).
 * The version file is not among them: the install fetches it last, and compares it.
 */
export function precachePaths(lists: readonly (readonly string[])[]): string[] {
	const paths = [...lists.flat(), SHELL].map(spelled);
	return [...new Set(paths)].filter((path) => !isOnDemand(path) && path !== VERSION_FILE);
}

/** The content of these never changes under the same name, so that the browser's own cache may answer. */
export const isImmutable = (path: string): boolean => path.startsWith(IMMUTABLE);

/**
 * Which cached path answers a request, if any. Queries don't count: kit asks for
 * `__data.json?x-sveltekit-invalidated=…`, and a link may carry anything.
 */
export function answeredBy(
	path: string,
	isNavigation: boolean,
	cached: ReadonlySet<string>
): string | undefined {
	if (cached.has(path)) return path;
	if (!isNavigation || path.startsWith('/_app/') || isOnDemand(path)) return undefined;
	const canonical = path.replace(/\/+$/, '') || '/';
	return cached.has(canonical) ? canonical : SHELL;
}

/** Assets that a page names and `build` does not have: the page belongs to another deployment. */
export function foreignAssets(html: string, build: ReadonlySet<string>): string[] {
	const named = html.match(/\/_app\/immutable\/[\w./~-]+/g) ?? [];
	return [...new Set(named)].filter((path) => !build.has(path));
}

const isOnDemand = (path: string): boolean => ON_DEMAND.some((folder) => path.startsWith(folder));

const spelled = (path: string): string => new URL(path, 'https://app').pathname;
