import type { KindModule } from '../kind';
import { score, validate } from './answer';
import { make } from './make';

export const cloze: KindModule = { kind: 'cloze', make, validate, score };
