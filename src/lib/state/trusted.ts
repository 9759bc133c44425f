/**
 * Trusted Types: the pages' policy lets no string become a script's address but through here.
 * The policy's name stands in svelte.config.js too.
 */

/** What this needs of the standard's types, which TypeScript's DOM library lacks. */
interface ScriptURLPolicy {
	createScriptURL(url: string): string;
}
interface TrustedTypes {
	createPolicy(name: string, rules: ScriptURLPolicy): ScriptURLPolicy;
}

/** Kit serves `src/service-worker` under this name; everything else that may run is built with a hash. */
const isOurs = (path: string): boolean =>
	path === '/service-worker.js' || path.startsWith('/_app/immutable/');

/** @throws TypeError for an address that is not a script of this app */
function own(url: string): string {
	const { origin, pathname, href } = new URL(url, location.origin);
	if (origin !== location.origin || !(import.meta.env.DEV || isOurs(pathname)))
		throw new TypeError(`Not a script of this app: ${url}`);
	return href;
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
let policy: ScriptURLPolicy | undefined;

/**
 * An address for `new Worker()` and `serviceWorker.register()`. At run time a `TrustedScriptURL`; typed as
 * the string that both still ask for.
 * @throws TypeError for an address that is not a script of this app
 */
export function scriptURL(url: string): string {
	policy ??= trustedTypes?.createPolicy('quern-script-url', { createScriptURL: own }) ?? {
		createScriptURL: own
	};
	return policy.createScriptURL(url);
}
