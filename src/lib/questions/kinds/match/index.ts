import type { KindModule } from '../kind';
import { score, validate } from './answer';
import { make } from './make';

export const match: KindModule = { kind: 'match', make, validate, score };
