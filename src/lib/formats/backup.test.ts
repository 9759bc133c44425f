import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { nameOf } from './backup';
import { Crc32 } from './backup-crc';
import { bytesOf, crc32of, fixture, good, log, PLAIN } from './backup-samples';
import { only } from './backup-write';

vi.setConfig({ testTimeout: 60_000 }); // machines are shared

describe('what was saved can be read for ever', () => {
	test('a backup of version 1 has everything that was put into it', async () => {
		const { head, archive, unreadable } = await good(fixture());
		expect(head).toMatchObject({
			version: 1,
			build: '2026-11-27',
			counts: { attempts: 3, removals: 1, learners: 2, decks: 1, sittings: 1 }
		});
		expect(unreadable).toBe(0);
		expect(archive.attempts.map(({ id, hints }) => [id, hints])).toEqual([
			['5b0c1d1e-0001-4000-8000-000000000001:0:sharif-office', undefined],
			['5b0c1d1e-0001-4000-8000-000000000001:1:sharif-office', 1],
			['5b0c1d1e-0002-4000-8000-000000000002:0:sharif-office', undefined]
		]);
		expect(archive.learners.map(({ id, name }) => [id, name])).toEqual([
			['me', ''],
			['a1b2c3d4', 'Ada']
		]);
		expect(archive.removals).toMatchObject([{ id: 'r-1', revoked: false }]);
		expect(archive.decks).toMatchObject([{ file: { slug: 'a-small-deck' } }]);
		expect(archive.sittings).toMatchObject([
			{ learner: 'a1b2c3d4', sitting: { id: '5b0c1d1e-0003-4000-8000-000000000003' } }
		]);
	});

	test('unpacked, it is read as well, and says the same', async () => {
		expect(gunzipSync(fixture()).toString()).toBe(PLAIN);
		expect(await good(PLAIN)).toEqual(await good(fixture()));
	});

	test('an answers file of version 1 is read, its attempts in their order', async () => {
		const { archive, head } = await good(readFileSync('tests/fixtures/answers-v1.json', 'utf8'));
		expect(head).toBeUndefined();
		expect(archive.attempts).toHaveLength(2);
		expect(archive.attempts.every(({ version }) => version === 2)).toBe(true);
		expect(archive.attempts[1]?.order).toBeGreaterThan(archive.attempts[0]?.order ?? 0);
	});
});

describe('a backup', () => {
	test('gives back what went in, whatever its size', async () => {
		for (const n of [0, 1, 5_000]) {
			const written = await bytesOf(log(n));
			expect((await good(written)).archive).toEqual(log(n));
		}
	});

	test('is the same to the byte for the same content', async () => {
		const { archive } = await good(fixture());
		const digest = async () =>
			createHash('sha256')
				.update(await bytesOf(archive))
				.digest('hex');
		expect(await digest()).toBe(await digest());
	});

	test('ends with the checksum that any gzip tool knows', async () => {
		const text = gunzipSync(await bytesOf(log(300))).toString();
		const at = text.lastIndexOf('{"end"');
		const end = JSON.parse(text.slice(at)) as { end: { records: number; crc32: string } };
		expect(end.end.records).toBe(300);
		const packed = gzipSync(text.slice(0, at));
		expect(Number.parseInt(end.end.crc32, 16)).toBe(packed.readUInt32LE(packed.length - 8));
	});

	test('tells how far it is', async () => {
		const told: number[] = [];
		await bytesOf(log(2_000), (n, of) => told.push(n / of));
		expect(told.length).toBeGreaterThan(2);
		expect(told.at(-1)).toBe(1);
		expect(told).toEqual(told.toSorted((a, b) => a - b));
	});

	test('of one learner has nothing of the others, and no PIN is in any', async () => {
		const { archive } = await good(fixture());
		const pinned = archive.learners.map((one) => ({ ...one, pin: { salt: 'SALT', hash: 'HASH' } }));
		const text = gunzipSync(await bytesOf({ ...archive, learners: pinned })).toString();
		expect(text).not.toMatch(/SALT|HASH/);
		const mine = only(archive, 'me');
		expect(mine.attempts).toHaveLength(2);
		expect(mine.learners).toHaveLength(1);
		expect(mine.sittings).toHaveLength(0);
		expect(mine.decks).toHaveLength(1);
	});

	test('is named by the date on the calendar', () => {
		expect(nameOf(Date.UTC(2026, 10, 26, 23, 30), 0)).toBe('quern-2026-11-26.quern-backup');
		expect(nameOf(Date.UTC(2026, 10, 26, 23, 30), 60, 2)).toBe('quern-2026-11-27-2.quern-backup');
	});
});

test('the checksum is that of the standard, however it is cut up', () => {
	expect(crc32of('123456789').toString(16)).toBe('cbf43926');
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
			const [whole, parts] = [new Crc32(), new Crc32()];
			whole.add(bytes);
			parts.add(bytes.subarray(0, cut));
			parts.add(bytes.subarray(cut));
			return whole.hex === parts.hex;
		})
	);
});
