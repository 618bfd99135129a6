import { type Plot, type Point, plot, twoLines } from '../../../grader/kit.ts';
import { globalNorm } from '../../../reference/nets/clipping.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { standardUniform } from '../../../reference/weights/initializers.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import { modelOf } from '../model.ts';
import type { Parameters } from '../parameters.ts';
import type { BackpropagationTasks } from '../reference.ts';

/** Any state: it is the same in every check, so that a picture changes only where the function does. */
const rng = createRng(1986);
const depth = 10;
const width = 6;
const layers: readonly Layer[] = Array.from({ length: depth }, (_, l) => {
  const fanOut = l + 1 < depth ? width : 1;
  return { weights: standardUniform(width, fanOut, rng), biases: Array.from({ length: fanOut }, () => 0) };
});
const input = Array.from({ length: width }, rng.normal);

const norms = (gradients: readonly Layer[]): Point[] =>
  gradients.map(({ weights, biases }, l) => [l + 1, globalNorm([...weights, biases])]);

/** How the gradient vanishes on its way down a net of ten layers: the lecture's picture, with the student's numbers. */
export function plots({ backward }: BackpropagationTasks, given?: Partial<Parameters>): readonly Plot[] {
  const { net, parameters } = modelOf(given);
  const oriented = [...turned(parameters.orientation, layers)];
  return [
    plot('gradient-norms', backward, {
      calls: [[oriented, net.forward(oriented, input), [1]]],
      draw: ([yours = []], [right = []], names) =>
        twoLines([{ label: 'l', domain: [1, depth] }, '‖∂L/∂θ‖'], names, [norms(yours), norms(right)]),
    }),
  ];
}
