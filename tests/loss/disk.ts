import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SIZE = 256 * 2 ** 20; // bytes

/** A small disk: an ext4 file system in a file, mounted through a loop device. */
export class Disk {
	readonly path: string;
	#image: string;
	#mounted = false;

	private constructor(folder: string) {
		this.path = mkdtempSync(join(folder, 'disk-'));
		this.#image = `${this.path}.ext4`;
		disks.add(this);
	}

	/** An empty one. */
	static make(folder: string): Disk {
		const disk = new Disk(folder);
		writeFileSync(disk.#image, '');
		truncateSync(disk.#image, SIZE);
		execFileSync('mkfs.ext4', ['-q', '-F', disk.#image]);
		disk.#mount();
		return disk;
	}

	/**
	 * What is on the disk at this moment, as after a power cut: what programs have written and the system has
	 * not yet handed on is missing.
	 */
	cut(folder: string): Disk {
		const disk = new Disk(folder);
		copyFileSync(this.#image, disk.#image);
		return disk;
	}

	/** Puts the power on again: the file system puts itself in order. */
	revive(): void {
		this.#mount();
	}

	/** Left alone, the system writes everything out every five seconds: too kind. */
	#mount(): void {
		execFileSync('mount', ['-o', 'loop,commit=600', this.#image, this.path]);
		this.#mounted = true;
	}

	/** Unmounts it, whoever still uses it, and throws it away. */
	remove(): void {
		if (this.#mounted) execFileSync('umount', ['--lazy', this.path]);
		this.#mounted = false;
		disks.delete(this);
		rmSync(this.#image, { force: true });
	}
}

const disks = new Set<Disk>();

/** For the end of the program, whatever brought it about: no disk stays mounted. */
export function removeAll(): void {
	for (const disk of disks) disk.remove();
}

/** Why there can be no disk here, if so. */
export function noDisks(): string | undefined {
	if (process.getuid?.() !== 0) return 'they need root';
	try {
		execFileSync('losetup', ['--find'], { stdio: 'ignore' });
		execFileSync('mkfs.ext4', ['-V'], { stdio: 'ignore' });
		return undefined;
	} catch {
		return 'they need a loop device and mkfs.ext4';
	}
}
