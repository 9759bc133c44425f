import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { KEYS, type Engine } from './driver';
import { findByRole } from './find-by-role';
import { killGroup } from './processes';
import { WebDriverSession } from './webdriver';

const INSTALL =
	'apt-get install --no-install-recommends webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1';

/** WebKitGTK, the nearest that Linux has to Safari, through its own WebDriver on a screen in memory. */
export const webkit: Engine = {
	name: 'WebKitGTK',
	missing: () => (isInstalled() ? undefined : INSTALL),
	async launch(profile) {
		const screen = await startScreen();
		const port = await freePort();
		const driver = spawn('WebKitWebDriver', ['-p', String(port)], {
			detached: true,
			stdio: 'ignore',
			env: {
				...process.env,
				DISPLAY: screen.name,
				HOME: profile,
				XDG_RUNTIME_DIR: profile,
				WEBKIT_PROFILE: profile,
				NO_AT_BRIDGE: '1',
				WEBKIT_DISABLE_DMABUF_RENDERER: '1',
				LIBGL_ALWAYS_SOFTWARE: '1'
			}
		});
		const session = await WebDriverSession.start(`http://127.0.0.1:${port}`, {
			'webkitgtk:browserOptions': {
				binary: join(import.meta.dirname, 'webkit-browser.py'),
				args: []
			}
		});
		return {
			goto: async (url) => void (await session.post('/url', { url })),
			evaluate: (expression) => session.evaluate(expression),
			click: async (role, name) =>
				void (await session.post(`${await session.element(findByRole(role, name))}/click`)),
			type: async (name, text) =>
				void (await session.post(`${await session.element(findByRole('field', name))}/value`, {
					text
				})),
			press: async (key) => {
				const value = (KEYS as Record<string, string>)[key] ?? key;
				const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
				await session.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
			},
			async kill() {
				// Driver, browser, and the engine's network and page processes are one group.
				if (driver.pid) await killGroup(driver.pid);
				screen.stop();
			}
		};
	}
};

function isInstalled(): boolean {
	const bindings =
		"import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')";
	return (
		[
			['WebKitWebDriver', '--version'],
			['Xvfb', '-help'],
			['/usr/bin/python3', '-c', bindings]
		] as const
	).every(([program, ...args]) => {
		const { error, status } = spawnSync(program, args, { stdio: 'ignore' });
		return !error && (program !== '/usr/bin/python3' || status === 0);
	});
}

/** Xvfb picks a free number, and says it once it takes clients. */
async function startScreen(): Promise<{ name: string; stop: () => void }> {
	const screen = spawn(
		'Xvfb',
		['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
		{ stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
	);
	const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
	return { name: `:${number.toString().trim()}`, stop: () => screen.kill() };
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
