import { askedCall, type ByHand, type Draw } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import type { DeepNetworkTasks } from '../reference.ts';
import type { Rules } from '../rules.ts';

/** Weights of 0 and equal biases: a net that gives the same logit to each class, as a fresh one nearly does. */
export function equalLogits({ lossAndGradients, trainStep }: DeepNetworkTasks, { phis }: Rules, draw: Draw): ByHand {
  const classes = draw.one([2, 3, 4, 5]);
  const bias = draw.one([-3, -2, -1, 0, 1, 2, 5, 7]);
  const input = [draw.one([-2, -1, 1, 2, 3]), draw.one([-6, -5, -4, 0, 4, 5, 6])];
  const label = draw.one(Array.from({ length: classes }, (_, k) => k));
  const layer: Layer = {
    weights: Array.from({ length: classes }, () => [0, 0]),
    biases: Array.from({ length: classes }, () => bias),
  };
  const { name } = draw.one([phis.symmetric, phis.relu]);
  return {
    id: 'equal',
    values: { classes: String(classes), label: String(label) },
    asked: [
      askedCall(lossAndGradients, [[layer], name, [input], [label]]),
      askedCall(trainStep, [[layer], name, [input], [label], { learningRate: draw.one([1, 2, 10]) }]),
    ],
  };
}
