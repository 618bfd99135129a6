import {
  type Difference,
  type Domain,
  domain,
  firstDifference,
  type Landmark,
  listOf,
  type TaskDomain,
  whole as wholeNumber,
} from '../../../grader/kit.ts';
import type { LossAndGradients } from '../../../reference/nets/deep-network.ts';
import { deepErrors } from '../../../reference/nets/deep-rounding.ts';
import { beyond } from '../nets/beyond.ts';
import { layersOfParts, type NetParts, netDomain, netParts, partNames, partsOfNet } from '../nets/domain.ts';
import { saturationLandmarks } from '../nets/saturation.ts';

import type { DeepNetworkTasks, GradientArgs } from '../reference.ts';
import type { Rules } from '../rules.ts';

/** A net with its examples, and their classes. */
export type ExampleParts<Others extends unknown[] = unknown[]> = NetParts<[labels: number[], ...others: Others]>;

export const exampleNames = [...partNames, 'labels'] as const;

/** Which class is the last depends on the net, and is a landmark of all arguments together. */
const label = (classes: number): Domain<number> => ({
  ...wholeNumber(0, classes - 1),
  landmarks: [{ id: 'is 0', place: () => 0, isAt: (k) => k === 0, isEdge: true }],
});

/** All examples, and the first, are of the last class. */
export const lastClassLandmarks = <
  Args extends readonly [...GradientArgs, ...unknown[]],
>(): readonly Landmark<Args>[] => {
  const lastClass = ([layers]: Args): number => layers.at(-1)!.biases.length - 1;
  const landmark = (id: string, isOf: (n: number) => boolean): Landmark<Args> => ({
    id: `labels: ${id} of the last class`,
    place: (args) =>
      args.with(
        3,
        args[3].map((k, n) => (isOf(n) ? lastClass(args) : k)),
      ) as unknown as Args,
    isAt: (args) => lastClass(args) > 0 && args[3].every((k, n) => !isOf(n) || k === lastClass(args)),
  });
  return [landmark('all are', () => true), landmark('the first is', (n) => n === 0)];
};

export const exampleParts = (rules: Rules) =>
  [
    ...netParts(rules),
    ([, , weights, , , batch]: ExampleParts) => listOf({ length: batch.length, entries: label(weights.length) }),
  ] as const;

const making = {
  argsOf: (parts: ExampleParts<[]>): GradientArgs => [layersOfParts(parts), ...parts.slice(4)] as GradientArgs,
  partsOf: (args: GradientArgs): ExampleParts<[]> => partsOfNet(...args),
};

const nineDigits = { relative: 1e-9, absolute: 0 };

/** Nine digits, and what rounding makes of the numbers at hand (reference/nets/deep-rounding.ts). */
export function compareGradients(
  rules: Rules,
  [layers, activation, batch, labels]: GradientArgs,
  expected: LossAndGradients,
  received: LossAndGradients,
): Difference | undefined {
  if (firstDifference(expected as never, received as never, nineDigits) === undefined) return undefined;
  const errors = deepErrors(layers, rules.phis.of(activation), batch, labels);
  return beyond(expected as never, received as never, errors as never, nineDigits);
}

export const gradientsDomain = ({ lossAndGradients: task }: DeepNetworkTasks, rules: Rules): TaskDomain => {
  const whole = netDomain(rules, exampleNames, exampleParts(rules), making);
  return domain(task, whole, {
    compare: (args, expected, received) => compareGradients(rules, args, expected, received),
    rounding: (layers, activation, batch, labels) => deepErrors(layers, rules.phis.of(activation), batch, labels),
    landmarks: [...saturationLandmarks(rules, making), ...lastClassLandmarks<GradientArgs>()],
  });
};
