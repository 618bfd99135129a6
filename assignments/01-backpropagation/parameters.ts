import { defaultsOf } from '../../grader/kit.ts';
import { type ActivationChoice, activationOf } from '../../reference/activations/activation-choice.ts';
import type { LossName, Reduction } from '../../reference/nets/losses.ts';
import type { Orientation } from '../../reference/weights/orientation.ts';
import schema from './variant.schema.json' with { type: 'json' };

/** What variant.schema.json lets vary. */
export interface Parameters {
  /** Of every layer, the last included. */
  readonly activation: ActivationChoice;
  readonly loss: LossName;
  readonly orientation: Orientation;
  readonly reduction: Reduction;
}

const defaults = defaultsOf<Parameters>(schema);

/** All parameters, those that are not given as in the lecture's own assignment. */
export const parametersOf = (given: Partial<Parameters> = {}): Parameters => ({ ...defaults, ...given });

const camelCase = (words: string): string => words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** What students know the functions and their file by, and what the laws of the loss begin with. */
export function namesOf(parameters: Parameters) {
  const { name } = activationOf(parameters.activation);
  const lossName = camelCase(parameters.loss);
  return {
    activation: name,
    activationDerivative: `${name}Derivative`,
    activationFile: `${name}.ts`,
    loss: lossName,
    lossGradient: `${lossName}Gradient`,
    lossId: parameters.loss.replace('binary-', ''),
  };
}
