import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { addresses, close, listen, placeFrom } from './listen';

test('without PORT and HOST the app is to be had on this machine only', () => {
	expect(placeFrom({})).toEqual({ ok: true, value: { host: '127.0.0.1', port: 3000 } });
});

test.each(['x', '-1', '65536', '1.5'])('PORT=%s is refused in a sentence', (PORT) => {
	const place = placeFrom({ PORT });
	expect(!place.ok && place.error.message).toContain(PORT);
});

test('a taken port is named, with another one to try', async () => {
	const first = await listen(() => undefined, { host: '127.0.0.1', port: 0 });
	if (!first.ok) throw new Error(first.error.message);
	const { port } = first.value.address() as AddressInfo;
	const second = await listen(() => undefined, { host: '127.0.0.1', port });
	expect(!second.ok && second.error.message).toBe(
		`Port ${port} is taken by another program. Choose another one, as in: PORT=${port + 1} npm start`
	);
	await close(first.value);
});

test('with HOST=0.0.0.0 the addresses for the rest of the network are told too', () => {
	const own = Object.values(networkInterfaces())
		.flat()
		.filter((address) => address?.family === 'IPv4' && !address.internal)
		.map((address) => `http://${address?.address}:3000`);
	expect(addresses({ host: '0.0.0.0', port: 3000 })).toEqual(['http://localhost:3000', ...own]);
	expect(addresses({ host: '127.0.0.1', port: 3000 })).toEqual(['http://localhost:3000']);
	expect(addresses({ host: 'fe80::1', port: 3000 })).toEqual(['http://[fe80::1]:3000']);
});
