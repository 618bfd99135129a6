import { calculation, type Step, sumOfProducts, type Walk, walk } from '../../grader/contract.ts';
import { sigmoidDerivative } from '../../reference/activations.ts';
import { binaryCrossEntropyGradient } from '../../reference/losses.ts';
import { forward } from '../../reference/network.ts';
import type { ForwardPass, Layer, Vector } from '../../reference/types.ts';
import type { BackpropagationTasks } from './reference.ts';

type BackwardArgs = [layers: Layer[], pass: ForwardPass, targets: Vector];

const example = (layers: Layer[], input: Vector, targets: Vector): BackwardArgs => [
  layers,
  forward(layers, input),
  targets,
];

/** Numbers that no two factors share: 0.4 · 0.5 would leave open which of them is missing. */
const examples: readonly BackwardArgs[] = [
  example(
    [
      { weights: [[0.7]], biases: [0.2] },
      { weights: [[-1.3]], biases: [0.4] },
    ],
    [0.6],
    [1],
  ),
  example(
    [
      { weights: [[0.7]], biases: [0.2] },
      { weights: [[1.7]], biases: [-0.3] },
      { weights: [[-1.3]], biases: [0.4] },
    ],
    [0.6],
    [1],
  ),
  example(
    [
      {
        weights: [
          [0.7, -0.4],
          [0.3, 1.1],
        ],
        biases: [0.2, -0.1],
      },
      {
        weights: [
          [-1.3, 0.9],
          [0.8, 1.6],
        ],
        biases: [0.4, -0.2],
      },
    ],
    [0.6, -0.9],
    [1, 0],
  ),
];

/** δ_l, then ∂L/∂W_l and ∂L/∂b_l, from the last layer to the first. */
function steps([layers, pass, targets]: BackwardArgs, gradients: readonly Layer[]): Step[] {
  const outputs = pass.activations.at(-1)!;
  const outputGradient = binaryCrossEntropyGradient(targets, outputs);
  const n = targets.length;
  return [...layers.keys()].reverse().flatMap(layerSteps);

  function layerSteps(l: number): Step[] {
    const [input, output, z] = [pass.activations[l]!, pass.activations[l + 1]!, pass.preactivations[l]!];
    const next = layers[l + 1];
    const stage = `l = ${l + 1}`;
    return output.flatMap((a, j) => {
      const delta = gradients[l]!.biases[j]!;
      const slope = a * (1 - a);
      const upstream = next
        ? sumOfProducts(next.weights.map((row, k) => [row[j]!, gradients[l + 1]!.biases[k]!]))
        : calculation`${outputGradient[j]!}`;
      const factors = {
        '1 / (a·(1 − a))': 1 / slope,
        '−1': -1,
        ...(n > 1 && { n, '1 / n': 1 / n }),
        'a·(1 − a)': slope,
        '2·a·(1 − a)': 2 * slope,
        ...(input.length === 1 && { 'a_(l−1)·(1 − a_(l−1)) / (a·(1 − a))': (input[0]! * (1 - input[0]!)) / slope }),
        'σ′(a) / σ′(z)': sigmoidDerivative(a) / slope,
        'z·(1 − z) / (a·(1 − a))': (z[j]! * (1 - z[j]!)) / slope,
        '¼ / (a·(1 − a))': 0.25 / slope,
        '0': 0,
      };
      return [
        {
          stage,
          name: `∂L/∂b${at(l, j)} = δ${at(l, j)}`,
          calculation: calculation`${upstream} · ${a} · (1 − ${a})`,
          path: [l, 'biases', j],
          factors,
        },
        ...input.map((x, i) => ({
          stage,
          name: `∂L/∂W${at(l, j, i)}`,
          calculation: calculation`${delta} · ${x}`,
          path: [l, 'weights', j, i],
          factors: { ...factors, '1 / a_(l−1)': 1 / x, 'a_l / a_(l−1)': a / x },
        })),
      ];
    });
  }
}

/** Layers are counted from 1, as in the statement; rows and columns as in the program. */
const at = (l: number, ...entries: readonly number[]): string =>
  `${l + 1}${entries.map((entry) => `[${entry}]`).join('')}`;

/** How backward is computed by hand. */
export const walks = ({ backward }: BackpropagationTasks): readonly Walk[] => [walk(backward, { examples, steps })];
