import { score, validate } from '../choice/answer';
import type { KindModule } from '../kind';
import { make } from './make';

export const boolean: KindModule = { kind: 'boolean', make, validate, score };
