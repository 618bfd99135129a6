import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { ActivationPair, ComparedActivation } from '../activations/pair.ts';
import { named } from '../activations/slips.ts';
import { ownSlips } from '../activations/slips-of.ts';
import type { SaturationTasks } from '../reference.ts';

/** Of one of the two functions that are given the activation. */
const outputMisconceptions = (
  task: SaturationTasks['firstFromOutput'],
  one: ComparedActivation,
  another: ComparedActivation,
): readonly Misconception[] =>
  of(task, {
    ...named(`${one.id}-output`, {
      'activated-again': one.shape.derivative,
      ...(another.member && { [`by-the-rule-of-${another.id}`]: another.shape.derivativeFromOutput }),
      'with-minus': (a) => -one.shape.derivativeFromOutput(a),
      ...ownSlips(one, 'output'),
    }),
  });

/** Of both functions that are given the activation. */
export const fromOutputMisconceptions = (
  { firstFromOutput, secondFromOutput }: SaturationTasks,
  { first, second }: ActivationPair,
): readonly Misconception[] => [
  ...outputMisconceptions(firstFromOutput, first, second),
  ...outputMisconceptions(secondFromOutput, second, first),
];
