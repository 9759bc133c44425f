import type { Kind } from '../question';
import { boolean } from './boolean';
import { choice } from './choice';
import { cloze } from './cloze';
import type { KindModule } from './kind';
import { match } from './match';
import { number } from './number';
import { order } from './order';
import { text } from './text';

export const kinds: Record<Kind, KindModule> = {
	choice,
	boolean,
	number,
	text,
	cloze,
	order,
	match
};
