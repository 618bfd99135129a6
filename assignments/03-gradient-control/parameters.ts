import { defaultsOf } from '../../grader/kit.ts';
import type { Norm } from '../../reference/nets/clipping.ts';
import type { RecurrentChoice } from './recurrent/activation.ts';
import schema from './variant.schema.json' with { type: 'json' };

/** What variant.schema.json lets vary. */
export interface Parameters {
  /** (λ/2) Σ w², or λ Σ w². */
  readonly penalty: 'half' | 'whole';
  /** The slope of ReLU below 0. */
  readonly leak: number;
  /** What gradients are clipped by. */
  readonly norm: Norm;
  /** φ of h_t = φ(W·h_(t−1) + x_t). */
  readonly recurrentActivation: RecurrentChoice;
}

const defaults = defaultsOf<Parameters>(schema);

/** All parameters, those that are not given as in the lecture's own assignment. */
export const parametersOf = (given: Partial<Parameters> = {}): Parameters => ({ ...defaults, ...given });

/** By what λ is multiplied for (λ/2) Σ w² to be the penalty that is asked for. */
export const strengthOf = ({ penalty }: Parameters): number => (penalty === 'half' ? 1 : 2);

/** What students know the functions by. */
export const namesOf = ({ leak }: Parameters) =>
  leak === 0
    ? { relu: 'relu', reluDerivative: 'reluDerivative', reluFile: 'relu.ts' }
    : { relu: 'leakyRelu', reluDerivative: 'leakyReluDerivative', reluFile: 'leaky-relu.ts' };
