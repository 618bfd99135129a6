import { calculation, type Step, sumOfProducts, type Walk, walk } from '../../../grader/kit.ts';
import type { ForwardPass, Layer, Vector } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import { isCrossEntropy, type Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { twoByTwo } from './example-net.ts';
import { stageOf } from './stage.ts';

type Example = readonly [layers: readonly Layer[], input: Vector, targets: Vector];
type BackwardArgs = [layers: Layer[], pass: ForwardPass, targets: Vector];

/** Numbers that no two factors share: 0.4 · 0.5 would leave open which of them is missing. */
const examples: readonly Example[] = [
  [
    [
      { weights: [[0.7]], biases: [0.2] },
      { weights: [[-1.3]], biases: [0.4] },
    ],
    [0.6],
    [1],
  ],
  [
    [
      { weights: [[0.7]], biases: [0.2] },
      { weights: [[1.7]], biases: [-0.3] },
      { weights: [[-1.3]], biases: [0.4] },
    ],
    [0.6],
    [1],
  ],
  [twoByTwo, [0.6, -0.9], [1, 0]],
];

/** One unit on the way down. */
interface Unit {
  readonly z: number;
  readonly a: number;
  /** Of the unit before, where there is one alone. */
  readonly before: { readonly z: number | undefined; readonly a: number } | undefined;
  readonly outputs: number;
}

/** The lecture's σ′ from the activation; what other functions have instead is a number. */
function slopeSlips(model: Model, { z, a, before }: Unit): Step['factors'] {
  const { derivative, symbol } = model.activation;
  const slope = derivative(z);
  if (model.names.activation === 'sigmoid') {
    return {
      ...(before && { 'a_(l−1)·(1 − a_(l−1)) / (a·(1 − a))': (before.a * (1 - before.a)) / slope }),
      'σ′(a) / σ′(z)': derivative(a) / slope,
      'z·(1 − z) / (a·(1 − a))': (z * (1 - z)) / slope,
      '¼ / (a·(1 − a))': 0.25 / slope,
    };
  }
  return {
    ...(before?.z !== undefined && { [`${symbol}′(z_(l−1)) / ${symbol}′(z)`]: derivative(before.z) / slope }),
    [`${symbol}′(a) / ${symbol}′(z)`]: derivative(a) / slope,
    [`a·(1 − a) / ${symbol}′(z)`]: (a * (1 - a)) / slope,
  };
}

function slipsOf(model: Model, unit: Unit): Step['factors'] {
  const { parameters, activation, names } = model;
  const slope = activation.derivative(unit.z);
  const isSigmoid = names.activation === 'sigmoid';
  const slopeName = isSigmoid ? 'a·(1 − a)' : `${activation.symbol}′(z)`;
  const n = unit.outputs;
  return {
    [`1 / ${isSigmoid ? `(${slopeName})` : slopeName}`]: 1 / slope,
    '−1': -1,
    ...(n > 1 && { n, '1 / n': 1 / n }),
    ...(isCrossEntropy(parameters) ? {} : { '2': 2, '½': 0.5 }),
    [slopeName]: slope,
    ...(isCrossEntropy(parameters) && { [`2·${slopeName}`]: 2 * slope }),
    ...slopeSlips(model, unit),
    '0': 0,
  };
}

/** δ_l, then ∂L/∂W_l and ∂L/∂b_l, from the last layer to the first. */
function stepsOf(model: Model, [given, pass, targets]: BackwardArgs, gradients: readonly Layer[]): Step[] {
  const { orientation } = model.parameters;
  const layers = turned(orientation, given);
  const outputGradient = model.loss.gradient(targets, pass.activations.at(-1)!);
  const place = (i: number, j: number): readonly number[] => (orientation === 'out-by-in' ? [j, i] : [i, j]);
  return [...layers.keys()].reverse().flatMap(layerSteps);

  function layerSteps(l: number): Step[] {
    const [input, output, z] = [pass.activations[l]!, pass.activations[l + 1]!, pass.preactivations[l]!];
    const next = layers[l + 1];
    const stage = stageOf(l);
    return output.flatMap((a, j) => {
      const delta = gradients[l]!.biases[j]!;
      const upstream = next
        ? sumOfProducts(next.weights.map((row, k) => [row[j]!, gradients[l + 1]!.biases[k]!]))
        : calculation`${outputGradient[j]!}`;
      const before = input.length === 1 ? { z: pass.preactivations[l - 1]?.[0], a: input[0]! } : undefined;
      const factors = slipsOf(model, { z: z[j]!, a, before, outputs: targets.length });
      const slope =
        model.names.activation === 'sigmoid'
          ? calculation`${a} · (1 − ${a})`
          : calculation`${model.activation.derivative(z[j]!)}`;
      return [
        {
          stage,
          name: `∂L/∂b${at(l, j)} = δ${at(l, j)}`,
          calculation: calculation`${upstream} · ${slope}`,
          path: [l, 'biases', j],
          factors,
        },
        ...input.map((x, i) => ({
          stage,
          name: `∂L/∂W${at(l, ...place(i, j))}`,
          calculation: calculation`${delta} · ${x}`,
          path: [l, 'weights', ...place(i, j)],
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
export function backwardWalk(backward: BackpropagationTasks['backward'], model: Model): Walk {
  const asArguments = ([upright, input, targets]: Example): BackwardArgs => {
    const layers = [...turned(model.parameters.orientation, upright)];
    return [layers, model.net.forward(layers, input), targets];
  };
  return walk(backward, {
    examples: examples.map(asArguments),
    steps: (args, gradients) => stepsOf(model, args, gradients),
  });
}
