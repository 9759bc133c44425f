const POLYNOMIAL = 0xedb88320; // of ISO 3309, bits reversed

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
	return rest;
});

/** CRC-32 as in gzip (RFC 1952, section 8), taken in piece by piece. */
export class Crc32 {
	#rest = 0xffffffff;

	add(bytes: Uint8Array): void {
		let rest = this.#rest;
		for (let i = 0; i < bytes.length; i++)
			rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[i] as number)) & 255] as number);
		this.#rest = rest;
	}

	/** Eight hexadecimal digits. */
	get hex(): string {
		return (~this.#rest >>> 0).toString(16).padStart(8, '0');
	}
}
