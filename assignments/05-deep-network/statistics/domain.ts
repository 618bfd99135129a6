import { type Difference, domain, type TaskDomain } from '../../../grader/kit.ts';
import type { LayerStatistics } from '../../../reference/nets/deep-network.ts';
import { hiddenErrors } from '../../../reference/nets/deep-rounding.ts';
import { beyond } from '../nets/beyond.ts';
import { layersOfParts, type NetParts, netDomain, netParts, partNames, partsOfNet } from '../nets/domain.ts';
import { saturationLandmarks } from '../nets/saturation.ts';

import type { DeepNetworkTasks, StatisticsArgs } from '../reference.ts';
import type { Rules } from '../rules.ts';

const making = {
  argsOf: (parts: NetParts<[]>): StatisticsArgs => [layersOfParts(parts), parts[4], parts[5]],
  partsOf: (args: StatisticsArgs): NetParts<[]> => partsOfNet(...args),
};

/** Of sums of up to 2,048 numbers, relative to their size. */
const ofSums = 1e-12;

/** Of each mean and each standard deviation. */
const statisticsErrors = (
  rules: Rules,
  [layers, activation, batch]: StatisticsArgs,
  expected: readonly LayerStatistics[],
): readonly LayerStatistics[] =>
  hiddenErrors(layers, rules.phis.of(activation), batch).map((rows, l) => {
    const { mean, std } = expected[l]!;
    const own = Math.max(...rows.map((row) => Math.max(...row)));
    const square = mean * mean + std * std;
    const room = ofSums * square;
    return { mean: own + ofSums * Math.sqrt(square), std: own + room / (std + Math.sqrt(room) || 1) };
  });

/**
 * Nine digits, and what cancels: the mean is off by a share of the size of the activations, and a variance that is the
 * difference of E[a²] and E[a]², by a share of E[a²].
 */
export function compareStatistics(
  rules: Rules,
  args: StatisticsArgs,
  expected: readonly LayerStatistics[],
  received: readonly LayerStatistics[],
): Difference | undefined {
  const errors = statisticsErrors(rules, args, expected);
  return beyond(expected as never, received as never, errors as never, { relative: 1e-9, absolute: 0 });
}

/** 1 to 12 layers, up to 32 units in each, 1 to 64 examples; preactivations up to ±10,000. */
export const statisticsDomain = ({ layerStatistics: task }: DeepNetworkTasks, rules: Rules): TaskDomain => {
  const whole = netDomain(rules, partNames, netParts(rules), making);
  return domain(task, whole, {
    compare: (args, expected, received) => compareStatistics(rules, args, expected, received),
    rounding: (...args) => statisticsErrors(rules, args, task.answer(...args)),
    landmarks: saturationLandmarks(rules, making),
  });
};
