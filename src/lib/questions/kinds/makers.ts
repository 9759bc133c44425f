import type { Ground } from '../ground';
import type { Kind } from '../question';
import { make as boolean } from './boolean/make';
import { make as choice } from './choice/make';
import { make as cloze } from './cloze/make';
import type { Draft } from './draft';
import { make as match } from './match/make';
import { make as number } from './number/make';
import { make as order } from './order/make';
import { make as text } from './text/make';

/** All questions of a kind that the ground yields; the same for the same seed. */
export type Maker = (ground: Ground) => Draft[];

export const makers: Record<Kind, Maker> = { choice, boolean, number, text, cloze, order, match };
