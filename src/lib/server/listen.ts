import { createServer, type RequestListener, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { fail, ok, type Result } from '$lib/result';

/** Where to listen; `port` 0 lets the system choose. */
interface Place {
	host: string;
	port: number;
}

/** Reads `HOST` and `PORT`; without them the app is to be had on this machine only, at 3000. */
export function placeFrom(env: Record<string, string | undefined>): Result<Place> {
	const port = Number(env.PORT || 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		return fail({
			code: 'bad-port',
			message: `PORT is “${env.PORT}”, but a port is a number up to 65535, as in: PORT=3001 npm start`,
			where: 'PORT'
		});
	}
	return ok({ host: env.HOST || '127.0.0.1', port });
}

/** Starts to listen. */
export async function listen(listener: RequestListener, place: Place): Promise<Result<Server>> {
	const server = createServer(listener);
	server.listen(place.port, place.host);
	try {
		await once(server, 'listening');
		return ok(server);
	} catch (error) {
		return fail(explained(error as NodeJS.ErrnoException, place));
	}
}

/** Ends all connections too: browsers keep some open for minutes. */
export async function close(server: Server): Promise<void> {
	server.close();
	server.closeAllConnections();
	await once(server, 'close');
}

/** The addresses under which a browser finds the server: first this machine's own, then the network's. */
export function addresses({ host, port }: Place): string[] {
	const everywhere = host === '0.0.0.0' || host === '::';
	const own = everywhere || host === '127.0.0.1' || host === '::1' ? 'localhost' : bracketed(host);
	const network = everywhere
		? Object.values(networkInterfaces())
				.flatMap((list) => list ?? [])
				.filter((address) => address.family === 'IPv4' && !address.internal)
				.map((address) => address.address)
		: [];
	return [own, ...network].map((name) => `http://${name}:${port}`);
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

function explained(error: NodeJS.ErrnoException, { host, port }: Place) {
	const message =
		error.code === 'EADDRINUSE'
			? `Port ${port} is taken by another program. Choose another one, as in: PORT=${port + 1} npm start`
			: error.code === 'EACCES'
				? `Port ${port} needs an administrator. Choose one above 1023, as in: PORT=3000 npm start`
				: error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND'
					? `This machine has no address “${host}”. HOST=0.0.0.0 stands for all it has.`
					: `The server could not start: ${error.message}`;
	return { code: error.code ?? 'not-started', message, where: `${host}:${port}` };
}
