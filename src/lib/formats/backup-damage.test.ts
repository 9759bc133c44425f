import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LIMITS } from './backup';
import { readBackup } from './backup-read';
import {
	attempt,
	bytesOf,
	file,
	fixture,
	good,
	LINES,
	log,
	PLAIN,
	refusal,
	sealed
} from './backup-samples';

vi.setConfig({ testTimeout: 60_000 }); // machines are shared

describe('a damaged file is refused, and gives what is still good in it', () => {
	test('cut short anywhere', async () => {
		const whole = gzipSync(PLAIN);
		for (let length = 1; length < whole.length; length += 23) {
			const error = await refusal(whole.subarray(0, length));
			expect(error.message).toMatch(/Nothing has been changed|of another program/);
			const rest = error.rest?.archive;
			expect(rest?.removals ?? []).toEqual([]);
		}
		const packed = await bytesOf(log(5_000));
		const cut = await refusal(packed.subarray(0, packed.length * 0.8));
		expect(cut.message).toMatch(/cut short.*another copy/);
		const kept = cut.rest?.archive.attempts ?? [];
		expect(kept.length).toBeGreaterThan(1_000);
		expect(kept).toEqual(log(5_000).attempts.slice(0, kept.length));
	});

	test('cut short between two lines, where nothing else tells', async () => {
		const error = await refusal(`${LINES.join('\n')}\n`);
		expect(error).toMatchObject({ code: 'cut', rest: { archive: { removals: [] } } });
		expect(error.rest?.archive.attempts).toHaveLength(3);
	});

	test('altered by one bit anywhere', async () => {
		const whole = fixture();
		const before = await good(whole);
		for (let at = 0; at < whole.length; at += 7) {
			const altered = whole.with(at, (whole[at] ?? 0) ^ (1 << (at % 8)));
			const read = await readBackup(file(altered));
			// The bytes 4 to 9 of gzip's head say when and where it was packed, and change nothing.
			if (read.ok) expect([read.value, at < 10]).toEqual([before, true]);
		}
	});

	test('altered in a way that reads well', async () => {
		const altered = PLAIN.replace('"right":true', '"right":false');
		expect(altered).not.toBe(PLAIN);
		const error = await refusal(altered);
		expect(error.code).toBe('checksum');
		expect(error.message).toMatch(/checksum is wrong/);
	});

	test('with something after its end', async () => {
		expect((await refusal(`${PLAIN}{"attempt":{}}\n`)).code).toBe('checksum');
	});
});

describe('records that this version doesn’t know are counted, and the others kept', () => {
	test('of a new kind, or with a new field', async () => {
		const [head = '', ...records] = LINES;
		const text = sealed([
			head,
			...records,
			'{"badge":{"version":1}}',
			'{"constructor":{}}',
			JSON.stringify({ attempt: { ...attempt(1), mood: 'glad' } }),
			'{"attempt":{"__proto__":{"polluted":true}}}'
		]);
		const { archive, unreadable } = await good(text);
		expect(unreadable).toBe(4);
		expect(archive.attempts).toHaveLength(3);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
	test('a deck that is none', async () => {
		const text = sealed([
			LINES[0] ?? '',
			'{"deck":{"file":{"format":"quern-deck"},"broughtAt":1}}'
		]);
		expect((await good(text)).unreadable).toBe(1);
	});
});

test.each([
	['nothing at all', '', /empty/],
	[
		'a zip',
		new Uint8Array([0x50, 0x4b, 3, 4, ...Array<number>(40).fill(65)]),
		/zip archive.*unpack/
	],
	['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), /picture/],
	['a photograph of a phone', '\0\0\0\x18ftypheic\0\0', /picture or a film/],
	['a PDF', '%PDF-1.7 …', /PDF/],
	['JSON of another program', '{"cards": []}', /another program/],
	['a list', '[1, 2]', /another program/],
	['words', 'Dear diary', /another program/],
	['packed words', gzipSync('Dear diary\nmore'), /another program/],
	['a deck', readFileSync('questions/pakistan-azerbaijan/deck.json', 'utf8'), /deck.*library/],
	[
		'answers from the future',
		'{"format":"quern-answers","version":3,"attempts":[]}',
		/newer Quern/
	],
	['answers cut short', '{"format":"quern-answers","version":1,"attempts":[{', /damaged or cut/],
	['answers without any', '{"format":"quern-answers","version":1}', /there are none/],
	['a head without counts', '{"format":"quern-backup","version":1}\n', /beginning.*damaged/]
])('%s is refused in a sentence', async (_, content, sentence) => {
	expect((await refusal(content)).message).toMatch(sentence);
});

test('Anki’s packages are known by their name and by what is in them', async () => {
	const zip = (inside: string) =>
		new Uint8Array([0x50, 0x4b, 3, 4, ...Array<number>(26).fill(0), ...Buffer.from(inside)]);
	expect((await refusal(zip('xyz'), 'Spanish.apkg')).message).toMatch(/Anki/);
	expect((await refusal(zip('collection.anki21'), 'x.zip')).message).toMatch(/Anki/);
	expect((await refusal(zip('word/document.xml'), 'x.docx')).message).not.toMatch(/Anki/);
});

test('a backup from the future says so before anything of it is read', async () => {
	const future = PLAIN.replace('"version":1', '"version":2');
	expect((await refusal(future)).message).toMatch(
		/newer Quern \(file version 2; this one reads up to 1\)\. Update Quern/
	);
});

describe('what would fill the memory is refused', () => {
	const read = async (content: Uint8Array | string, limits: Partial<typeof LIMITS>) => {
		const result = await readBackup(file(content), { limits: { ...LIMITS, ...limits } });
		return result.ok ? result.value : result.error;
	};
	test('one line without end, packed to a thousandth', async () => {
		const bomb = gzipSync(`${LINES[0] ?? ''}\n${'a'.repeat(8_000_000)}`);
		expect(bomb.length).toBeLessThan(20_000);
		expect(await read(bomb, { line: 1_000_000 })).toMatchObject({ code: 'too-large' });
	});
	test('lines without end', async () => {
		const bomb = gzipSync(`${LINES[0] ?? ''}\n${'{}\n'.repeat(400_000)}`);
		expect(await read(bomb, { bytes: 1_000_000 })).toMatchObject({ code: 'too-large' });
		expect(await read(bomb, { records: 1_000 })).toMatchObject({ code: 'too-large' });
	});
	test('more answers than are taken in, said from the head alone', async () => {
		const many = PLAIN.replace('"attempts":3', '"attempts":2000000');
		const error = await refusal(many);
		expect(error).toMatchObject({ code: 'too-large' });
		expect(error.message).toMatch(/more than 1,500,000 records/);
	});
});

test('reading can be stopped', async () => {
	const stop = AbortSignal.abort();
	const read = await readBackup(file(fixture()), { signal: stop });
	expect(read).toMatchObject({ ok: false, error: { code: 'stopped' } });
});

test('no file makes it throw', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
			await readBackup(file(bytes));
			await readBackup(file(gzipSync(bytes)));
		})
	);
	await fc.assert(
		fc.asyncProperty(fc.nat(LINES.length - 1), fc.json(), async (line, json) => {
			await readBackup(file(sealed(LINES.with(line, json))));
		})
	);
});
