import { calculation, type Step, sumOfProducts, type Walk, walk } from '../../../grader/kit.ts';
import type { ForwardPass, Layer, Vector } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { twoByTwo } from './example-net.ts';

/** z_l = W_l·a_(l−1) + b_l, then a_l = φ(z_l), from the input on. */
function steps(model: Model, [given, input]: [Layer[], Vector], pass: ForwardPass): Step[] {
  const { activation, parameters } = model;
  const layers = turned(parameters.orientation, given);
  const inputs: Step[] = input.map((x, j) => ({
    stage: 'activations[0]',
    name: `activations[0][${j}]`,
    calculation: calculation`${x}`,
    path: ['activations', 0, j],
    factors: {},
  }));
  return [...inputs, ...layers.flatMap(layerSteps)];

  function layerSteps({ weights, biases }: Layer, l: number): Step[] {
    const [before, z, a] = [pass.activations[l]!, pass.preactivations[l]!, pass.activations[l + 1]!];
    return weights.flatMap((row, j): Step[] => {
      const sum = sumOfProducts(row.map((w, i) => [w, before[i]!]));
      const [preactivation, output, bias] = [z[j]!, a[j]!, biases[j]!];
      return [
        {
          stage: `preactivations[${l}]`,
          name: `preactivations[${l}][${j}]`,
          calculation: calculation`${sum} + ${bias}`,
          path: ['preactivations', l, j],
          factors: {
            '(z − b) / z': (preactivation - bias) / preactivation,
            '(z − 2b) / z': 1 - (2 * bias) / preactivation,
          },
        },
        {
          stage: `activations[${l + 1}]`,
          name: `activations[${l + 1}][${j}]`,
          calculation: [`${activation.symbol}(`, preactivation, ')'],
          path: ['activations', l + 1, j],
          factors: {
            'z / a': preactivation / output,
            [`${activation.symbol}(−z) / a`]: activation.value(-preactivation) / output,
            [`${activation.symbol}′(z) / a`]: activation.derivative(preactivation) / output,
          },
        },
      ];
    });
  }
}

/** How forward is computed by hand: one unit, two layers of one, two of two. */
export function forwardWalk(forward: BackpropagationTasks['forward'], model: Model): Walk {
  const upright: readonly (readonly [Layer[], Vector])[] = [
    [[{ weights: [[0.7]], biases: [0.2] }], [0.6]],
    [
      [
        { weights: [[0.7]], biases: [0.2] },
        { weights: [[-1.3]], biases: [0.4] },
      ],
      [0.6],
    ],
    [twoByTwo, [0.6, -0.9]],
  ];
  return walk(forward, {
    examples: upright.map(([net, input]): [Layer[], Vector] => [[...turned(model.parameters.orientation, net)], input]),
    steps: (args, pass) => steps(model, args, pass),
  });
}
