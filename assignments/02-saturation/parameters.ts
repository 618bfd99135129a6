import { defaultsOf } from '../../grader/kit.ts';
import { type ActivationPair, type Choice, pairFrom } from './activations/pair.ts';
import schema from './variant.schema.json' with { type: 'json' };

/** What variant.schema.json lets vary. */
export interface Parameters {
  /** The two activations that are compared. Students write the second one themselves. */
  readonly first: Choice;
  readonly second: Choice;
  /** Below it a unit of the statement's example is saturated; the laws ask about multiples of it. */
  readonly threshold: number;
}

const defaults = defaultsOf<Parameters>(schema);

/** All parameters, those that are not given as in the lecture's own assignment. */
export const parametersOf = (given: Partial<Parameters> = {}): Parameters => ({ ...defaults, ...given });

export const pairOf = ({ first, second }: Parameters): ActivationPair => pairFrom(first, second);

/** What students know the functions by. */
export function namesOf({ first, second }: ActivationPair) {
  return {
    value: second.code,
    slope: `${second.code}Derivative`,
    firstFromOutput: `${first.code}DerivativeFromOutput`,
    secondFromOutput: `${second.code}DerivativeFromOutput`,
    valueFile: `${second.id}.ts`,
  };
}
