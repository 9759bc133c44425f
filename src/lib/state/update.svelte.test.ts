import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AppUpdate } from './update.svelte';

/** Stand-ins for what the browser hands out; a test moves them by hand. */
class FakeWorker extends EventTarget {
	postMessage = vi.fn();
	constructor(public state: ServiceWorkerState) {
		super();
	}
	become(state: ServiceWorkerState) {
		this.state = state;
		this.dispatchEvent(new Event('statechange'));
	}
}
class FakeRegistration extends EventTarget {
	active: FakeWorker | null = null;
	waiting: FakeWorker | null = null;
	installing: FakeWorker | null = null;
	update = vi.fn().mockResolvedValue(undefined);
	find(worker: FakeWorker) {
		this.installing = worker;
		this.dispatchEvent(new Event('updatefound'));
	}
}
class FakeContainer extends EventTarget {
	controller: FakeWorker | null = null;
	registration = new FakeRegistration();
	becomeReady: () => void = () => undefined;
	ready = new Promise<FakeRegistration>((done) => {
		this.becomeReady = () => done(this.registration);
	});
	register = vi.fn(() => Promise.resolve(this.registration));
	changeController() {
		this.dispatchEvent(new Event('controllerchange'));
	}
}

let container: FakeContainer;
let reload: ReturnType<typeof vi.fn<() => void>>;
let update: AppUpdate;

beforeEach(() => {
	container = new FakeContainer();
	reload = vi.fn<() => void>();
	update = new AppUpdate(container as unknown as ServiceWorkerContainer, reload);
});

const settled = () => new Promise((done) => setTimeout(done));

function anOldVersionRuns() {
	container.controller = container.registration.active = new FakeWorker('activated');
}

async function aNewVersionWaits(): Promise<FakeWorker> {
	const worker = new FakeWorker('installing');
	container.registration.find(worker);
	worker.become('installed');
	await settled();
	return worker;
}

describe('the first visit', () => {
	test('ends with the app stored, no question asked and no reload', async () => {
		await update.register();
		const worker = await aNewVersionWaits();
		worker.become('activated');
		container.changeController();
		container.becomeReady();
		await settled();
		expect(update.offlineReady).toBe(true);
		expect(update.ready).toBe(false);
		expect(reload).not.toHaveBeenCalled();
	});

	test('a page still open from the first visit is offered the next version, and moves', async () => {
		await update.register();
		(await aNewVersionWaits()).become('activated');
		container.changeController();
		const next = await aNewVersionWaits();
		expect(update.ready).toBe(true);
		await update.accept();
		expect(next.postMessage).toHaveBeenCalledWith('SKIP_WAITING');
		container.changeController();
		await settled();
		expect(reload).toHaveBeenCalledTimes(1);
	});

	test('that can’t store the app says so', async () => {
		await update.register();
		const worker = new FakeWorker('installing');
		container.registration.find(worker);
		worker.become('redundant');
		expect(update.problem?.code).toBe('not-stored');
	});
});

describe('a new version', () => {
	beforeEach(anOldVersionRuns);

	test('found waiting when the page opens is offered', async () => {
		container.registration.waiting = new FakeWorker('installed');
		await update.register();
		expect(update.ready).toBe(true);
	});

	test('does not take over before the person says so', async () => {
		await update.register();
		const worker = await aNewVersionWaits();
		expect(worker.postMessage).not.toHaveBeenCalled();
		expect(reload).not.toHaveBeenCalled();
	});

	test('pushed aside by a still newer one is offered no more, the newer one is', async () => {
		await update.register();
		const worker = await aNewVersionWaits();
		worker.become('redundant');
		expect(update.ready).toBe(false);
		const newer = await aNewVersionWaits();
		await update.accept();
		expect(newer.postMessage).toHaveBeenCalled();
	});

	test('accepted in another tab reloads this one, past the worker or not', async () => {
		container.controller = null;
		await update.register();
		container.changeController();
		await settled();
		expect(reload).toHaveBeenCalledTimes(1);
	});

	test('is looked for when the person comes back to the tab', async () => {
		await update.register();
		document.dispatchEvent(new Event('visibilitychange'));
		expect(container.registration.update).toHaveBeenCalled();
	});
});

describe('what is open on the page', () => {
	beforeEach(anOldVersionRuns);

	test('is saved before the reload, however long that takes', async () => {
		await update.register();
		let saved!: () => void;
		update.beforeReload(() => new Promise<void>((done) => (saved = done)));
		container.changeController();
		await settled();
		expect(reload).not.toHaveBeenCalled();
		saved();
		await settled();
		expect(reload).toHaveBeenCalledTimes(1);
	});

	test('that can’t be saved keeps the old version here; the person can try again', async () => {
		await update.register();
		const worker = await aNewVersionWaits();
		let full = true;
		update.beforeReload(() => {
			if (full) throw new Error('no room');
		});
		await update.accept();
		expect(worker.postMessage).not.toHaveBeenCalled();
		expect(update.problem).toMatchObject({ code: 'not-saved', where: 'Error: no room' });
		full = false;
		await update.accept();
		expect(update.problem).toBeUndefined();
		expect(worker.postMessage).toHaveBeenCalledTimes(1);
	});

	test('that can’t be saved when another tab accepted keeps this tab, and its offer', async () => {
		await update.register();
		let full = true;
		update.beforeReload(() => (full ? Promise.reject(new Error('no room')) : undefined));
		container.changeController();
		await settled();
		expect(reload).not.toHaveBeenCalled();
		expect(update.ready).toBe(true);
		full = false;
		await update.accept();
		expect(reload).toHaveBeenCalledTimes(1);
	});

	test('no longer holds the reload up once it is closed', async () => {
		await update.register();
		const close = update.beforeReload(() => Promise.reject(new Error('no room')));
		close();
		container.changeController();
		await settled();
		expect(reload).toHaveBeenCalledTimes(1);
	});
});

test('a plain http address on a school’s network works, and says why not offline', async () => {
	const plain = new AppUpdate(null, reload);
	await plain.register();
	expect(plain.offlineReady).toBe(false);
	expect(plain.problem?.code).toBe('no-service-worker');
	await plain.accept();
	expect(reload).toHaveBeenCalledTimes(1);
});
