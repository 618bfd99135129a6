import { equals, type Law, law, type Tolerance } from '../../../grader/kit.ts';
import type { Example } from '../nets/example.ts';
import { exampleOf, saturatedExample } from '../nets/generators.ts';
import type { DeepNetworkTasks, StatisticsArgs } from '../reference.ts';
import type { Rules } from '../rules.ts';
import { compareStatistics } from './domain.ts';

/** Sums of a few products, and for the one-pass √(E[x²] − E[x]²) what `isSpread` leaves: 1e-16/1e-4 of the variance. */
const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-12 };

/**
 * Both formulas for the deviation agree where it is 0 exactly (nothing but zeros, or one value), and where it is at
 * least a hundredth of the root mean square. In between the one-pass formula has fewer digits, or NaN.
 */
export function isSpread(rules: Rules, { layers, activation, inputs }: Example): boolean {
  const values = layers.slice(1).map(({ weights }) => weights[0]!.length * inputs.length);
  return rules
    .statistics(layers, activation, inputs)
    .every(({ mean, std }, l) => std >= 0.01 * Math.hypot(mean, std) || values[l] === 1);
}

const asStatistics = ({ layers, activation, inputs }: Example): StatisticsArgs => [layers, activation, inputs];

export function statisticsLaws({ layerStatistics: task }: DeepNetworkTasks, rules: Rules): Law[] {
  const spread = (example: Example): boolean => isSpread(rules, example);
  const examples = exampleOf(rules, { maxLayers: 5 }).filter(spread);
  return [
    equals('statistics-of-hidden-layers', task, {
      inputs: examples.map(asStatistics),
      expected: task.answer,
      tolerance: arithmetic,
      probes: true,
    }),
    law('statistics-of-saturated-units', task, {
      inputs: saturatedExample(rules),
      runs: 30,
      probes: true,
      calls: (example) => [asStatistics(example)],
      check(example, { values: [received = []] }) {
        const args = asStatistics(example);
        const difference = compareStatistics(rules, args, task.answer(...args), received);
        return difference && { ...difference };
      },
    }),
  ];
}
