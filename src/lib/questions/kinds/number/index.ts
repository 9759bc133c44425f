import type { KindModule } from '../kind';
import { score, validate } from './answer';
import { make } from './make';

export const number: KindModule = { kind: 'number', make, validate, score };
