/** `npm start`: serves the built app. `PORT` and `HOST` choose the place, `OUT_DIR` the build. */
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { addresses, close, listen, placeFrom } from '$lib/server/listen';
import { site } from '$lib/server/site';
import type { Result } from '$lib/result';

/** The value, or the end of the program with a sentence that says why. */
function orExit<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	console.error(result.error.message);
	process.exit(1);
}

// An npm that is told to end does not pass that on: the server would keep the port for itself. Who started it is
// noted before the address is printed, because npm may be gone right after.
const parent = process.ppid;

const listener = orExit(site(resolve(process.env.OUT_DIR ?? 'dist')));
const place = orExit(placeFrom(process.env));
const server = orExit(await listen(listener, place));
const { port } = server.address() as AddressInfo;
const [here, ...elsewhere] = addresses({ ...place, port });

console.log(`Quern is at ${here}`);
if (elsewhere.length) console.log(`On this network: ${elsewhere.join(' ')}`);

const end = () => {
	clearInterval(orphaned);
	void close(server);
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);

const orphaned = setInterval(() => {
	if (process.env.npm_lifecycle_event && process.ppid !== parent) end();
}, 500);
