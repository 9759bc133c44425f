import { hash } from '$lib/random';
import type { Learner } from './learner';

const ROUNDS = 2000;

/**
 * The mark of a PIN. A latch, not a lock: it keeps the next seat from looking, not somebody who reads the
 * device's storage, so a hash that also works without a secure context will do.
 */
export function pinOf(digits: string, salt: string): NonNullable<Learner['pin']> {
	let mark = `${salt}:${digits}`;
	for (let round = 0; round < ROUNDS; round++) mark = `${salt}:${hash(mark)}`;
	return { salt, hash: mark };
}

export const opens = (pin: NonNullable<Learner['pin']>, digits: string): boolean =>
	pinOf(digits, pin.salt).hash === pin.hash;

/** What is wrong with a PIN that somebody wants to set, if anything. */
export const pinProblem = (digits: string): string | undefined =>
	/^\d{4,8}$/.test(digits) ? undefined : 'A PIN has four to eight digits.';
