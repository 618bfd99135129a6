import type { ActivationChoice } from '../../reference/activations/activation-choice.ts';
import schema from './variant.schema.json' with { type: 'json' };

export type Clipping = 'norm' | 'value' | 'none';

/** What variant.schema.json lets vary. */
export interface Parameters {
  /** In the place of the sigmoid. */
  readonly activation: ActivationChoice;
  /** In the place of tanh. */
  readonly symmetric: 'tanh' | 'arctan';
  /** Of the nets of ReLU that learn the digits. */
  readonly depth: number;
  readonly width: number;
  /** The digits 0 … classes − 1. */
  readonly classes: number;
  readonly clipping: Clipping;
  /** (λ/2) Σ w², or λ Σ w². */
  readonly penalty: 'half' | 'whole';
  /** The seed of the order in which pixels and labels stand; 0 leaves them as they are. */
  readonly shuffle: number;
}

const { properties } = schema;
const defaults = {
  activation: properties.activation.default,
  symmetric: properties.symmetric.default,
  depth: properties.depth.default,
  width: properties.width.default,
  classes: properties.classes.default,
  clipping: properties.clipping.default,
  penalty: properties.penalty.default,
  shuffle: properties.shuffle.default,
} as Parameters;

/** All parameters, those that are not given as in the lecture's own assignment. */
export const parametersOf = (given: Partial<Parameters> = {}): Parameters => ({ ...defaults, ...given });

/** By what λ is multiplied for (λ/2) Σ w² to be the penalty that is asked for. */
export const strengthOf = ({ penalty }: Pick<Parameters, 'penalty'>): number => (penalty === 'half' ? 1 : 2);

/** Every value that a parameter of a training run can have. */
export const grid = {
  symmetric: properties.symmetric.enum,
  depth: properties.depth.enum,
  width: properties.width.enum,
  classes: properties.classes.enum,
  clipping: properties.clipping.enum,
} as { readonly [K in 'symmetric' | 'depth' | 'width' | 'classes' | 'clipping']: readonly Parameters[K][] };
