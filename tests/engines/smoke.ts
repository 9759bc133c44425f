import { deepEqual, equal, match } from 'node:assert/strict';
import type { Journey } from './driver';

/** Shows that the harness works: whatever the pages hold, they open offline, and strict writes survive a kill. */
export const smoke: Journey = async (driver, step) => {
	await step('the app opens', async () => {
		await driver.goto('/');
		match(await driver.text('h1'), /\S/);
	});

	await step('the app is stored for offline use', async () => {
		await driver.until(() => navigator.serviceWorker.controller?.state === 'activated');
	});

	await step('an answer is written with strict durability', async () => {
		equal(await driver.evaluate(write, 'one'), 'strict');
	});

	await step('without a server, a page never visited opens', async () => {
		await driver.stopServer();
		await driver.goto('/quiz/never-visited?from=smoke');
		await driver.until(isAlive);
	});

	await step('an answer is written offline', async () => {
		equal(await driver.evaluate(write, 'two'), 'strict');
	});

	await step('after kill -9, still without a server, another page opens', async () => {
		await driver.kill();
		await driver.restart();
		await driver.goto('/quiz/after-the-kill');
		await driver.until(isAlive);
	});

	await step('both answers are still there', async () => {
		deepEqual(await driver.evaluate(readAll), ['one', 'two']);
	});

	await step('links, keys and the server work again', async () => {
		await driver.startServer();
		await driver.goto('/');
		await driver.until(isAlive);
		await driver.press('Tab');
		await driver.until(() => document.activeElement !== document.body);
		await driver.goto('/no/such/page');
		await driver.until(isAlive);
		await driver.click('link', 'Quern');
		await driver.until(() => location.pathname === '/');
	});
};

const isAlive = () =>
	!!document.querySelector('#svelte-announcer') && !!document.querySelector('h1');

/** @returns the durability that the browser granted */
const write = (answer: string) =>
	new Promise<string>((done, failed) => {
		const opening = indexedDB.open('smoke', 1);
		opening.onupgradeneeded = () =>
			opening.result.createObjectStore('answers', { autoIncrement: true });
		opening.onerror = () => failed(new Error(String(opening.error)));
		opening.onsuccess = () => {
			const database = opening.result;
			const transaction = database.transaction('answers', 'readwrite', { durability: 'strict' });
			transaction.objectStore('answers').add(answer);
			transaction.onabort = () => failed(new Error(String(transaction.error)));
			transaction.oncomplete = () => {
				database.close();
				done(transaction.durability);
			};
		};
	});

const readAll = () =>
	new Promise<unknown[]>((done, failed) => {
		const opening = indexedDB.open('smoke', 1);
		opening.onerror = () => failed(new Error(String(opening.error)));
		opening.onsuccess = () => {
			const reading = opening.result.transaction('answers').objectStore('answers').getAll();
			reading.onerror = () => failed(new Error(String(reading.error)));
			reading.onsuccess = () => {
				opening.result.close();
				done(reading.result as unknown[]);
			};
		};
	});
