import { type Plot, type Point, plot, twoLines } from '../../grader/contract.ts';
import { globalNorm } from '../../reference/clipping.ts';
import { standardUniform } from '../../reference/initializers.ts';
import { forward } from '../../reference/network.ts';
import { createRng } from '../../reference/rng.ts';
import type { Layer } from '../../reference/types.ts';
import type { BackpropagationTasks } from './reference.ts';

/** Any state: it is the same in every check, so that a picture changes only where the function does. */
const rng = createRng(1986);
const depth = 10;
const width = 6;
const layers: Layer[] = Array.from({ length: depth }, (_, l) => {
  const fanOut = l + 1 < depth ? width : 1;
  return { weights: standardUniform(width, fanOut, rng), biases: Array.from({ length: fanOut }, () => 0) };
});
const input = Array.from({ length: width }, rng.normal);

const norms = (gradients: readonly Layer[]): Point[] =>
  gradients.map(({ weights, biases }, l) => [l + 1, globalNorm([...weights, biases])]);

/** How the gradient vanishes on its way down a net of ten layers: the lecture's picture, with the student's numbers. */
export const plots = ({ backward }: BackpropagationTasks): readonly Plot[] => [
  plot('gradient-norms', backward, {
    calls: [[layers, forward(layers, input), [1]]],
    draw: ([yours = []], [right = []], names) =>
      twoLines([{ label: 'l', domain: [1, depth] }, '‖∂L/∂θ‖'], names, [norms(yours), norms(right)]),
  }),
];
