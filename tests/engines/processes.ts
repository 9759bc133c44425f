import { readdir, readFile } from 'node:fs/promises';
import { pause } from './driver';

/** Kills a process and all that belong to its group, and waits until they are gone. */
export async function killGroup(leader: number): Promise<void> {
	process.kill(-leader, 'SIGKILL');
	while (await isAlive(leader)) await pause();
}

/** A process that was killed but not yet waited for by its parent holds nothing any more. */
async function isAlive(group: number): Promise<boolean> {
	const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	const states = await Promise.all(
		pids.map(async (pid) => {
			const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
			// pid (name) state parent group …; the name may hold anything.
			const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
			return Number(itsGroup) === group && state !== 'Z';
		})
	);
	return states.includes(true);
}
