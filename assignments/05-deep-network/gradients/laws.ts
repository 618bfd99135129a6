import * as fc from 'fast-check';
import { equals, firstDifference, type Law, law, type Tolerance } from '../../../grader/kit.ts';
import { layerGradients } from '../../../reference/numerics/finite-differences.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import type { Example } from '../nets/example.ts';
import { exampleOf, saturatedExample } from '../nets/generators.ts';
import { isSmoothAround, measuredSlope } from '../nets/smooth.ts';
import type { DeepNetworkTasks, GradientArgs } from '../reference.ts';
import type { Rules } from '../rules.ts';
import { compareGradients } from './domain.ts';

/** Sums of a few products in double precision: a right answer is off by some 1e-15 of the terms. */
const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-12 };

/** A sum of products over all paths through eight layers of up to four units: 1e-16 of terms that reach some 1e3. */
const throughManyLayers: Tolerance = { relative: 1e-7, absolute: 1e-10 };

/** A logit of 1e4 has twelve digits behind the point, and so have the differences that the exponential sees. */
const atLargeLogits: Tolerance = { relative: 1e-9, absolute: 1e-9 };

export const asGradients = ({ layers, activation, inputs, labels }: Example): GradientArgs => [
  layers,
  activation,
  inputs,
  labels,
];

const withOneExample = ({ inputs, labels, ...net }: Example): Example => ({
  ...net,
  inputs: inputs.slice(0, 1),
  labels: labels.slice(0, 1),
});

/**
 * One example, and logits up to ±1e4: the biases of the last layer are replaced. Means over batches, and a net without
 * hidden layers, are the other laws' to judge.
 */
const largeLogits = (rules: Rules) =>
  fc
    .tuple(
      exampleOf(rules, { minLayers: 2, maxLayers: 2 }),
      fc.array(fc.constantFrom(9900, -9900, 5000, 0), { minLength: 6, maxLength: 6 }),
    )
    .map(([example, biases]): Example => {
      const { weights } = example.layers.at(-1)!;
      const layers = example.layers.with(-1, { weights, biases: biases.slice(0, weights.length) });
      return withOneExample({ ...example, layers });
    });

export function gradientLaws({ lossAndGradients: task }: DeepNetworkTasks, rules: Rules): Law[] {
  return [
    law('loss-is-the-mean-cross-entropy', task, {
      inputs: exampleOf(rules, { maxLayers: 4 }),
      probes: true,
      calls: (example) => [asGradients(example)],
      check: (example, { values }) =>
        firstDifference(rules.meanLoss(...asGradients(example)), values[0]!.loss, arithmetic, 'loss'),
    }),
    law('gradients-by-finite-differences', task, {
      inputs: exampleOf(rules, { maxLayers: 4 }).filter((example) => isSmoothAround(rules, example)),
      runs: 60,
      probes: true,
      calls: (example) => [asGradients(example)],
      check: ({ layers, activation, inputs, labels }, { values }) => {
        const loss = (moved: readonly Layer[]) => rules.meanLoss(moved, activation, inputs, labels);
        return firstDifference(layerGradients(loss, layers), values[0]!.gradients, measuredSlope, 'gradients');
      },
    }),
    law('gradients-through-many-layers', task, {
      inputs: exampleOf(rules, { minLayers: 5, maxLayers: 9 }),
      runs: 60,
      calls: (example) => [asGradients(example)],
      check: (example, { values }) => {
        const { gradients } = task.answer(...asGradients(example));
        return firstDifference(gradients, values[0]!.gradients, throughManyLayers, 'gradients');
      },
    }),
    equals('finite-at-large-logits', task, {
      inputs: largeLogits(rules).map(asGradients),
      expected: task.answer,
      tolerance: atLargeLogits,
      probes: true,
    }),
    law('saturated-units-pass-nothing-on', task, {
      // Means over batches are the other laws' to judge.
      inputs: saturatedExample(rules).map(withOneExample),
      runs: 30,
      probes: true,
      calls: (example) => [asGradients(example)],
      check(example, { values: [received] }) {
        const args = asGradients(example);
        const difference = received && compareGradients(rules, args, task.answer(...args), received);
        return difference && { ...difference };
      },
    }),
  ];
}
