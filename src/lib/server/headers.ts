/** What every answer says about itself, beyond its content. Pure. */

/**
 * Pages bring their own policy in a `<meta>`, made by the build with the hashes of its inline scripts. Policies
 * add up to the strictest, so the header says only what a `<meta>` cannot.
 */
const PAGE_POLICY = "frame-ancestors 'none'";

/** Workers don't inherit the page's policy: their script's own answer has to bring one. */
const FILE_POLICY = [
	"default-src 'none'",
	// The parser's arithmetic is WebAssembly.
	"script-src 'self' 'wasm-unsafe-eval'",
	"worker-src 'self'",
	"connect-src 'self'",
	"frame-ancestors 'none'"
].join('; ');

/** Nothing in the app asks for any of these. */
const REFUSED = [
	'accelerometer',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'usb'
];

/** Whether a path can be an address inside the app: those have no extension, and built files have one. */
export const isPage = (path: string): boolean =>
	!path.startsWith('/_app/') && !/\.[^/]+$/.test(path);

/** @param path the path asked for, without query */
export function headersFor(path: string): Record<string, string> {
	return {
		'Content-Security-Policy': isPage(path) || path.endsWith('.html') ? PAGE_POLICY : FILE_POLICY,
		'Permissions-Policy': REFUSED.map((feature) => `${feature}=()`).join(', '),
		'Referrer-Policy': 'no-referrer',
		'X-Content-Type-Options': 'nosniff',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		// Hashed names never change their content; the rest, the service worker above all, is asked for anew.
		'Cache-Control': path.startsWith('/_app/immutable/')
			? 'public, max-age=31536000, immutable'
			: 'no-cache'
	};
}
