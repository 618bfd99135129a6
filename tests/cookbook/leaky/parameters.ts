import { defaultsOf } from '../../../grader/kit.ts';
import schema from './variant.schema.json' with { type: 'json' };

/** What may vary: the slope below 0. */
export type Parameters = { leak: number };

const defaults = defaultsOf<Parameters>(schema);

/** The parameters of a variant; those that are not given are the assignment's own. */
export const parametersOf = (given: Partial<Parameters> = {}): Parameters => ({ ...defaults, ...given });
