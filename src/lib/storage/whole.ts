/** What reads or writes everything at once: loaded by `care.ts` where it is needed. */
export { archive, archiveAt, mergeIn } from './archive';
export { salvage } from './salvage';
export { keepSpare, recover, renewSpare } from './spare';
