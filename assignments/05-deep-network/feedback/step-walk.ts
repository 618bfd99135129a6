import { type Calculation, calculation, type Step, type Walk, walk } from '../../../grader/kit.ts';
import { clipByValue } from '../../../reference/nets/clipping.ts';
import { asVectors } from '../../../reference/nets/training.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import type { DeepNetworkTasks, StepArgs } from '../reference.ts';
import type { Rules } from '../rules.ts';

/** θ − η·g, where g is the gradient of loss and penalty, clipped. */
function steps(rules: Rules, [net, activation, inputs, labels, options]: StepArgs): Step[] {
  const { learningRate, l2 = 0 } = options;
  const loss = rules.regularized(net, activation, inputs, labels);
  const whole = rules.regularized(net, activation, inputs, labels, l2);
  const clipped = clippingOf(options, whole);
  const unpenalized = clippingOf(options, loss);
  const factor = rules.strength * l2;
  return net.flatMap(({ weights, biases }, l): Step[] => [
    ...weights.flatMap((row, j) =>
      row.map((w, i) => stepOf(w, (layers) => layers[l]!.weights[j]![i]!, [l, 'weights', j, i], true)),
    ),
    ...biases.map((b, j) => stepOf(b, (layers) => layers[l]!.biases[j]!, [l, 'biases', j], false)),
  ]);

  function stepOf(
    theta: number,
    at: (layers: readonly Layer[]) => number,
    path: Step['path'],
    isPenalized: boolean,
  ): Step {
    const slope = at(whole);
    const right = theta - learningRate * clipped.value(slope);
    const gradient: Calculation =
      isPenalized && l2 !== 0 ? calculation`(${at(loss)} + ${factor} · ${theta})` : calculation`${slope}`;
    const [layer, part, ...entries] = path;
    return {
      stage: 'θ − η·g',
      name: `[${layer}].${part}${entries.map((entry) => `[${entry}]`).join('')}`,
      calculation: calculation`${theta} − ${learningRate} · ${clipped.written(gradient, slope)}`,
      path,
      factors: {
        '(θ + η·g) / (θ − η·g)': (theta + learningRate * clipped.value(slope)) / right,
        'θ / (θ − η·g)': theta / right,
        ...(clipped.value(slope) !== slope && {
          '(θ − η·g, g not clipped) / (θ − η·g)': (theta - learningRate * slope) / right,
        }),
        ...(l2 !== 0 && {
          '(θ − η·g, g without l2) / (θ − η·g)': (theta - learningRate * unpenalized.value(at(loss))) / right,
        }),
      },
    };
  }
}

/** What clipping makes of an entry of these gradients. */
function clippingOf({ maxNorm = Infinity, limit }: StepArgs[4], gradients: readonly Layer[]) {
  if (limit !== undefined) {
    const value = (g: number): number => clipByValue([g], limit)[0]!;
    return { value, written: (_: Calculation, g: number): Calculation => calculation`${value(g)}` };
  }
  const norm = Math.hypot(...asVectors(gradients).flat());
  if (norm <= maxNorm) return { value: (g: number): number => g, written: (text: Calculation): Calculation => text };
  return {
    value: (g: number): number => (g * maxNorm) / norm,
    written: (text: Calculation): Calculation => calculation`${text} · ${maxNorm} / ${norm}`,
  };
}

const layers: Layer[] = [
  { weights: [[0.7, -0.4]], biases: [0.2] },
  { weights: [[-1.3], [0.9]], biases: [0.4, -0.1] },
];

const inputs = [
  [0.6, -0.9],
  [-0.3, 0.5],
];

/** How a step of gradient descent is computed by hand: as it is, with a penalty, clipped, with both, and where nothing is clipped. */
export function stepWalk(task: DeepNetworkTasks['trainStep'], rules: Rules): Walk {
  const bound = (least: number) => (rules.clipping === 'value' ? { limit: least } : { maxNorm: 3 * least });
  const l2 = 0.25;
  const options = [{}, { l2 }, bound(0.1), { l2, ...bound(0.1) }, bound(10)];
  const argumentsOf = (count: number, given: (typeof options)[number]): StepArgs => [
    layers,
    rules.phis.symmetric.name,
    inputs.slice(0, count),
    [1, 0].slice(0, count),
    { learningRate: 0.5, ...given },
  ];
  return walk(task, {
    examples: [...options.map((one) => argumentsOf(1, one)), argumentsOf(2, { l2 })],
    steps: (args) => steps(rules, args),
  });
}
