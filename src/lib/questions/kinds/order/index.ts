import type { KindModule } from '../kind';
import { score, validate } from './answer';
import { make } from './make';

export const order: KindModule = { kind: 'order', make, validate, score };
