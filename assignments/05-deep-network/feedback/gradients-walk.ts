// Long, for one walk goes all the way through a net and back; its numbers mean nothing elsewhere.
import { type Calculation, calculation, type Step, sumOfProducts, type Walk, walk } from '../../../grader/kit.ts';
import { softmax } from '../../../reference/activations/softmax.ts';
import type { LossAndGradients } from '../../../reference/nets/deep-network.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import type { Phi } from '../activations.ts';
import type { DeepNetworkTasks, GradientArgs } from '../reference.ts';
import type { Rules } from '../rules.ts';
import { stageOf } from './stage.ts';

const layers: Layer[] = [
  { weights: [[0.7, -0.4]], biases: [0.2] },
  { weights: [[-1.3], [0.9]], biases: [0.4, -0.1] },
];
const deeper: Layer[] = [
  {
    weights: [
      [0.7, 0.3],
      [1.1, -0.6],
    ],
    biases: [0.2, 0.1],
  },
  {
    weights: [
      [0.8, 1.2],
      [-0.5, 1.6],
    ],
    biases: [0.3, -0.2],
  },
  {
    weights: [
      [-1.3, 0.4],
      [0.9, 1.7],
    ],
    biases: [0.4, -0.1],
  },
];

/** Numbers that no two factors share; one example of data as long as it can show what is wrong. */
const examplesFor = ({ phis: { other, symmetric } }: Rules): readonly GradientArgs[] => [
  [layers, symmetric.name, [[0.6, -0.9]], [1]],
  [deeper, 'relu', [[0.6, 0.5]], [0]],
  [
    layers,
    other.name,
    [
      [0.6, -0.9],
      [-0.3, 0.5],
    ],
    [1, 0],
  ],
];

/** The loss, then δ_l and ∂L/∂W_l from the last layer to the first; of a batch, the mean over its examples. */
function steps(rules: Rules, [net, activation, inputs, labels]: GradientArgs): Step[] {
  const alone = inputs.map((input, n) => stepsOfOne(rules, net, activation, input, labels[n]!));
  const n = inputs.length;
  if (n === 1) return alone[0]!;
  const answers = inputs.map((input, i) => rules.gradients(net, activation, [input], [labels[i]!]));
  return alone[0]!.map((step) => ({
    ...step,
    calculation: meanOf(answers.map((answer) => numberAt(answer, step.path))),
    factors: { N: n, '1 / N': 1 / n, '−1': -1, '0': 0 },
  }));
}

function stepsOfOne(rules: Rules, net: readonly Layer[], activation: string, input: number[], label: number): Step[] {
  const { activations, preactivations } = rules.forward(net, activation, input);
  const { gradients } = rules.gradients(net, activation, [input], [label]);
  const phi = rules.phis.of(activation);
  const logits = activations.at(-1)!;
  const loss: Step = {
    stage: 'loss',
    name: 'loss',
    calculation: calculation`ln(${sumOfExponentials(logits)}) − ${logits[label]!}`,
    path: ['loss'],
    factors: { '−1': -1, '1 / ln 2': Math.LOG2E },
  };
  return [loss, ...[...net.keys()].reverse().flatMap(layerSteps)];

  function layerSteps(l: number): Step[] {
    const next = net[l + 1];
    return net[l]!.biases.flatMap((_, j) => {
      const z = preactivations[l]![j]!;
      const slope = next ? slopeOf(phi, z, activations[l + 1]![j]!) : undefined;
      const upstream = next?.weights.map((row, k) => [row[j]!, gradients[l + 1]!.biases[k]!] as const);
      const delta = upstream
        ? calculation`${sumOfProducts(upstream)} · ${slope!.written}`
        : lastDelta(logits, label, j);
      const factors = { ...(slope ? { '1 / φ′(z)': 1 / slope.value } : lastSlips(logits, label, j)), '−1': -1, '0': 0 };
      const stage = stageOf(l);
      return [
        {
          stage,
          name: `∂L/∂b${at(l, j)} = δ${at(l, j)}`,
          calculation: delta,
          path: ['gradients', l, 'biases', j],
          factors,
        },
        ...activations[l]!.map((a, i) => ({
          stage,
          name: `∂L/∂W${at(l, j, i)}`,
          calculation: calculation`${gradients[l]!.biases[j]!} · ${a}`,
          path: ['gradients', l, 'weights', j, i],
          factors,
        })),
      ];
    });
  }
}

interface Slope {
  readonly value: number;
  readonly written: Calculation;
}

/** φ′(z), written with φ(z) where it has it. */
function slopeOf({ name, derivative }: Phi, z: number, a: number): Slope {
  const value = derivative(z);
  if (name === 'sigmoid') return { value, written: calculation`${a} · (1 − ${a})` };
  if (name === 'tanh') return { value, written: calculation`(1 − ${sumOfProducts([[a, a]])})` };
  return { value, written: calculation`${value}` };
}

/** p_k − 1 for the label, and p_k for the other classes. */
function lastDelta(logits: number[], label: number, k: number): Calculation {
  const p = softmax(logits)[k]!;
  return k === label ? calculation`${p} − 1` : calculation`${p}`;
}

/** The label's 1 not subtracted, and softmax differentiated once more. */
function lastSlips(logits: number[], label: number, k: number): Step['factors'] {
  const p = softmax(logits)[k]!;
  return { ...(k === label && { 'p / (p − 1)': p / (p - 1) }), 'p·(1 − p)': p * (1 - p) };
}

const sumOfExponentials = (logits: readonly number[]): Calculation =>
  logits.flatMap((z, k) => [k === 0 ? 'e^' : ' + e^', z]);

const meanOf = (values: readonly number[]): Calculation => [
  '(',
  ...values.flatMap((value, i) => [i === 0 ? '' : ' + ', value]),
  `) / ${values.length}`,
];

const numberAt = ({ loss, gradients }: LossAndGradients, [field, l, part, j, i]: Step['path']): number => {
  if (field === 'loss') return loss;
  const layer = gradients[l as number]!;
  return part === 'biases' ? layer.biases[j as number]! : layer.weights[j as number]![i as number]!;
};

/** Layers are counted from 1, as in the statement; rows and columns as in the program. */
const at = (l: number, ...entries: readonly number[]): string =>
  `${l + 1}${entries.map((entry) => `[${entry}]`).join('')}`;

/** How the loss and its gradients are computed by hand. */
export const gradientsWalk = (task: DeepNetworkTasks['lossAndGradients'], rules: Rules): Walk =>
  walk(task, { examples: examplesFor(rules), steps: (args) => steps(rules, args) });
