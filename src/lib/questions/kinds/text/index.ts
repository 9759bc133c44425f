import type { KindModule } from '../kind';
import { score, validate } from './answer';
import { make } from './make';

export const text: KindModule = { kind: 'text', make, validate, score };
