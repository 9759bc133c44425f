const M = 0xc6a4a7935bd1e995n;
const utf8 = new TextEncoder();

const u64 = (value: bigint): bigint => BigInt.asUintN(64, value);

/** MurmurHash64A of the string's UTF-8 bytes with seed 1: how the network's strings got their numbers. */
export function stringHash(text: string): bigint {
	const bytes = utf8.encode(text);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let hash = u64(1n ^ (BigInt(bytes.length) * M));
	let at = 0;
	for (; at + 8 <= bytes.length; at += 8) {
		let k = u64(view.getBigUint64(at, true) * M);
		k = u64((k ^ (k >> 47n)) * M);
		hash = u64((hash ^ k) * M);
	}
	if (at < bytes.length) {
		let rest = 0n;
		for (let i = bytes.length - 1; i >= at; i--) rest = (rest << 8n) | BigInt(bytes[i]!);
		hash = u64((hash ^ rest) * M);
	}
	hash = u64((hash ^ (hash >> 47n)) * M);
	return hash ^ (hash >> 47n);
}

function finish(value: bigint): bigint {
	let hash = u64((value ^ (value >> 33n)) * 0xff51afd7ed558ccdn);
	hash = u64((hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n);
	return hash ^ (hash >> 33n);
}

/** Rows of a hash embedding that a string's number lights up: MurmurHash3 to 128 bits, four keys modulo `rows`. */
export function embeddingRows(id: bigint, seed: number, rows: number): number[] {
	const first = u64(id * 0x87c37b91114253d5n);
	let a = u64(u64((first << 31n) | (first >> 33n)) * 0x4cf5ad432745937fn) ^ BigInt(seed) ^ 8n;
	let b = BigInt(seed) ^ 8n;
	a = u64(a + b);
	b = u64(b + a);
	a = finish(a);
	b = finish(b);
	a = u64(a + b);
	b = u64(b + a);
	return [a & 0xffffffffn, a >> 32n, b & 0xffffffffn, b >> 32n].map((key) => Number(key) % rows);
}
