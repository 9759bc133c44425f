import type { KindModule } from '../kind';
import { score, validate } from './answer';
import { make } from './make';

export const choice: KindModule = { kind: 'choice', make, validate, score };
