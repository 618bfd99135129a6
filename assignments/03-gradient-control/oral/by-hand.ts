import { askedCall, type ByHand, type Draw } from '../../../grader/kit.ts';
import type { Norm } from '../../../reference/nets/clipping.ts';
import type { Parameters } from '../parameters.ts';
import type { GradientControlTasks } from '../reference.ts';

/** Of these pairs the norm is a number that divides well. */
const pairs: Readonly<Record<Norm, readonly (readonly [number, number])[]>> = {
  l2: [
    [3, 4],
    [5, 12],
    [8, 15],
    [6, 8],
    [7, 24],
  ],
  l1: [
    [3, 1],
    [5, 3],
    [6, 2],
    [7, 3],
    [6, 4],
  ],
  max: [
    [4, 2],
    [8, 3],
    [5, 2],
    [10, 4],
    [8, 6],
  ],
};

/** Gradients whose norms one knows, a net of three weights, and a recurrent net of one unit in powers of its weight. */
export function lengths(tasks: GradientControlTasks, { norm }: Parameters, draw: Draw): ByHand {
  const sign = (): number => draw.one([1, -1]);
  const [a, b] = draw.one(pairs[norm]);
  const gradient = draw.some([a, b], 2).map((one) => sign() * one);
  const maxNorm = draw.one([0.5, 1, 2]);
  const limit = draw.one([1, 2, 3]);
  const weights = draw.some([-3, -2, -1, 1, 2, 3], 2);
  const lambda = draw.one([0.1, 0.2, 0.5, 1]);
  return {
    id: 'lengths',
    values: {},
    asked: [
      askedCall(tasks.clipByNorm, [gradient, maxNorm]),
      askedCall(tasks.clipByValue, [gradient, limit]),
      askedCall(tasks.clipByGlobalNorm, [[[a * sign()], [b * sign()]], maxNorm]),
      askedCall(tasks.l2Penalty, [[{ weights: [[...weights]], biases: [draw.one([1, 5, 10])] }], lambda]),
    ],
  };
}
